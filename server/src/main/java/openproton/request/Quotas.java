package openproton.request;

import openproton.api.ServiceQuotaExceededException;

/// How many there may be of what, in one account and Region (docs/behaviour/requests.md#quotas).
///
/// @param templates both kinds together
/// @param versionsPerTemplate versions of one template, whatever their status
/// @param environments environments
/// @param services services
/// @param instancesPerService instances of one service, those that could not be deleted included
/// @param components components
/// @param accountConnections connections of an account that environments of others are provisioned in
public record Quotas(
        int templates,
        int versionsPerTemplate,
        int environments,
        int services,
        int instancesPerService,
        int components,
        int accountConnections) {

    /// The numbers of AWS Proton, raised where its users suffered from them.
    public static final Quotas DEFAULT = new Quotas(100, 500, 100, 1000, 100, 100, 5);

    /// Refuses one more where the quota is used up.
    ///
    /// @param what in the plural, such as `environments`
    /// @param setting the name in the configuration that raises it
    public static void check(long present, int max, String what, String setting) {
        if (present >= max) {
            throw new ServiceQuotaExceededException(
                    "the quota of %d %s is used up; delete some, or ask the operator to raise %s"
                            .formatted(max, what, setting));
        }
    }
}

package openproton.resource.connection;

import java.time.Instant;
import java.util.Optional;
import openproton.api.EnvironmentAccountConnection;
import openproton.api.EnvironmentAccountConnectionStatus;

/// A connection between two accounts as it is kept (docs/behaviour/accounts-and-permissions.md#account-connections).
///
/// @param id a lower-case UUID
/// @param arn of the environment account, which made it
/// @param region both accounts see it in this Region only
/// @param sides who is connected for what
/// @param roles in the environment account
/// @param lifecycle where it stands
public record StoredConnection(String id, String arn, String region, Sides sides, Roles roles, Lifecycle lifecycle) {

    /// Who is connected for what.
    ///
    /// @param management the account that has the environment
    /// @param environment the account that it is provisioned in
    /// @param environmentName the environment that may be provisioned; it need not exist yet
    public record Sides(String management, String environment, String environmentName) {

        /// Whether an account is one of the two.
        boolean concern(String account) {
            return management.equals(account) || environment.equals(account);
        }
    }

    /// What may be used in the environment account, as ARNs.
    ///
    /// @param service makes CloudFormation stacks
    /// @param component makes the stacks of components
    /// @param codebuild runs commands
    public record Roles(Optional<String> service, Optional<String> component, Optional<String> codebuild) {

        /// These roles where other ones do not take their place.
        Roles changedBy(Roles other) {
            return new Roles(
                    other.service.or(() -> service),
                    other.component.or(() -> component),
                    other.codebuild.or(() -> codebuild));
        }

        /// The role that answers must name: the first one that is there
        /// (docs/behaviour/accounts-and-permissions.md#account-connections).
        String shown() {
            return service.or(() -> codebuild).orElse("");
        }
    }

    /// Where a connection stands.
    public record Lifecycle(EnvironmentAccountConnectionStatus status, Instant requestedAt, Instant modifiedAt) {}

    /// How a person would call it in a sentence.
    String words() {
        return "account connection '%s'".formatted(id);
    }

    EnvironmentAccountConnection inDetail() {
        return EnvironmentAccountConnection.builder()
                .id(id)
                .arn(arn)
                .managementAccountId(sides.management())
                .environmentAccountId(sides.environment())
                .roleArn(roles.shown())
                .environmentName(sides.environmentName())
                .requestedAt(lifecycle.requestedAt())
                .lastModifiedAt(lifecycle.modifiedAt())
                .status(lifecycle.status())
                .componentRoleArn(roles.component())
                .codebuildRoleArn(roles.codebuild())
                .build();
    }
}

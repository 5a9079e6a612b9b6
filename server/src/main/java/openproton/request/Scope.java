package openproton.request;

import openproton.api.Caller;
import openproton.base.Arn;

/// Where resources live: nothing is visible from one scope to another.
///
/// @param account twelve digits
/// @param region the Region's code
public record Scope(String account, String region) {

    /// The scope a caller works in.
    public static Scope of(Caller caller) {
        return new Scope(caller.account(), caller.region());
    }

    /// The ARN of a Proton resource in this scope.
    ///
    /// @param resource the part behind the account, such as `environment/prod`
    public String arn(String resource) {
        return Arn.proton(region, account, resource).toString();
    }
}

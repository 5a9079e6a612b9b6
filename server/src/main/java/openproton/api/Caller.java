package openproton.api;

import openproton.base.Arn;

/// Who is calling, as the signature of the request proved.
///
/// @param account the account of the access key, twelve digits
/// @param region the Region of the credential scope
/// @param principal the ARN of the identity, such as `arn:aws:iam::000000000000:user/administrator`
public record Caller(String account, String region, String principal) {

    /// The ARN of a Proton resource in the caller's account and Region.
    ///
    /// @param resource the part behind the account, such as `environment/prod`
    public Arn arn(String resource) {
        return Arn.proton(region, account, resource);
    }
}

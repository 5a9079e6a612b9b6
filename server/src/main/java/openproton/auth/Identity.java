package openproton.auth;

import java.util.List;
import openproton.auth.policy.Policy;

/// The holder of an access key, with the policies that say what they may do.
///
/// @param keyId the id of the access key, which is no secret
/// @param account twelve digits
/// @param principal the ARN of the user or session
public record Identity(String keyId, String account, String principal, List<Policy> policies) {

    /// The last part of the principal's ARN: the user's or the session's name.
    public String userName() {
        return principal.substring(principal.lastIndexOf('/') + 1);
    }
}

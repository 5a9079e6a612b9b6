package openproton.provision.aws;

import java.util.Optional;

/// The identity and the Region of a call.
///
/// @param region the code of the Region
/// @param role the ARN of the role to assume; empty for the server's own credentials
/// @param session the name of the session, which shows the purpose in the audit trail of AWS
public record AwsIdentity(String region, Optional<String> role, String session) {
    private static final int SESSION_LENGTH_MAX = 64;

    /// An identity whose session shows the resource it acts for, such as `proton-environment-prod`.
    ///
    /// @param resource an ARN
    public static AwsIdentity of(String region, Optional<String> role, String resource) {
        String name =
                "proton-" + resource.substring(resource.lastIndexOf(':') + 1).replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        return new AwsIdentity(region, role, name.substring(0, Math.min(name.length(), SESSION_LENGTH_MAX)));
    }
}

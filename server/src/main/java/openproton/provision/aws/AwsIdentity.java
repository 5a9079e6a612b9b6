package openproton.provision.aws;

import java.util.Optional;

/// As whom and where something is done.
///
/// @param region where
/// @param role the ARN of the role to assume; empty for the server's own credentials
/// @param session shows in the audit trail of AWS what it is done for
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

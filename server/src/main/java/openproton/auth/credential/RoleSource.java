package openproton.auth.credential;

import java.time.Duration;
import java.util.Map;

/// Assumes roles in AWS, to lend their credentials to builds.
public interface RoleSource {

    /// New credentials of a role.
    ///
    /// @param role its ARN
    /// @param resource the ARN of the resource that is provisioned with them
    /// @param life how long they should last; a role that allows less gives less
    /// @throws openproton.api.ConflictException when the role cannot be assumed
    SessionCredentials open(String region, String role, String resource, Duration life);

    /// Variables that lead the tools of AWS to the configured endpoints; none where those are of AWS itself.
    Map<String, String> variables();
}

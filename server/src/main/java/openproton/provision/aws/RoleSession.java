package openproton.provision.aws;

import java.time.Instant;

/// Credentials of a role for somebody else.
///
/// @param expires until when AWS takes them
public record RoleSession(String keyId, String secret, String token, Instant expires) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "session " + keyId;
    }
}

package openproton.auth.credential;

import java.time.Instant;

/// Temporary credentials, to be handed to a process as `AWS_ACCESS_KEY_ID` and so on.
public record SessionCredentials(String keyId, String secret, String token, Instant expires) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "session " + keyId;
    }
}

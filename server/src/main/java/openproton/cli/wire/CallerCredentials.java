package openproton.cli.wire;

import java.util.Optional;

/// The access key that signs requests.
///
/// @param sessionToken present with temporary credentials only
public record CallerCredentials(String keyId, String secret, Optional<String> sessionToken) {

    /// Shows the id of the key, never the secret.
    @Override
    public String toString() {
        return "access key " + keyId;
    }
}

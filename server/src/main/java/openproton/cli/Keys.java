package openproton.cli;

import java.util.Optional;

/// An access key with its secret.
///
/// @param sessionToken goes with temporary keys only
record Keys(String id, String secret, Optional<String> sessionToken) {

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "keys " + id;
    }
}

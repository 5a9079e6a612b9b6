package openproton.auth;

import java.util.Optional;

/// Finds the secret that belongs to a key id.
@FunctionalInterface
public interface CredentialSource {

    /// The credential of a key that may be used now; empty when the key is unknown or disabled.
    ///
    /// @param sessionToken the header `X-Amz-Security-Token` of the request
    /// @throws AuthenticationFailure when the session is over
    Optional<Credential> find(String keyId, Optional<String> sessionToken);
}

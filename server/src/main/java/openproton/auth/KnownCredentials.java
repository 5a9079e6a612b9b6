package openproton.auth;

import java.util.Optional;

/// Every credential of this installation: stored access keys, and the sessions of builds.
public record KnownCredentials(AccessKeys keys, BuildCredentials sessions) implements CredentialSource {

    @Override
    public Optional<Credential> find(String keyId, Optional<String> sessionToken) {
        return sessionToken.isPresent() ? sessions.find(keyId, sessionToken.orElseThrow()) : keys.find(keyId);
    }
}

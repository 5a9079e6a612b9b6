package openproton.auth;

import java.util.Optional;

/// Every credential of this installation: stored access keys, and the sessions of builds.
///
/// @param sessions those that this server made
/// @param roles those that AWS made
public record KnownCredentials(AccessKeys keys, BuildCredentials sessions, RoleCredentials roles)
        implements CredentialSource {

    @Override
    public Optional<Credential> find(String keyId, Optional<String> sessionToken) {
        return sessionToken.isPresent()
                ? sessions.find(keyId, sessionToken.get()).or(() -> roles.find(keyId))
                : keys.find(keyId);
    }
}

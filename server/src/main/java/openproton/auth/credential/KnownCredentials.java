package openproton.auth.credential;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import openproton.auth.Credential;
import openproton.auth.CredentialSource;
import openproton.auth.key.AccessKeys;
import openproton.auth.key.MasterKey;
import openproton.store.Database;

/// Every credential that this installation accepts: access keys, and those lent to builds.
///
/// @param keys the access keys of users
/// @param builds sessions that this server made for builds
/// @param roles sessions that AWS made for builds
/// @param states passwords for the Terraform of builds
public record KnownCredentials(AccessKeys keys, BuildCredentials builds, RoleCredentials roles, StateCredentials states)
        implements CredentialSource {

    /// Those that are kept in a database, or sealed with its master key.
    public static KnownCredentials in(
            Database database, MasterKey master, RandomGenerator random, InstantSource clock) {
        return new KnownCredentials(
                new AccessKeys(database, master, random, clock),
                new BuildCredentials(master, random, clock),
                new RoleCredentials(database, master, clock),
                new StateCredentials(master, clock));
    }

    @Override
    public Optional<Credential> find(String keyId, Optional<String> sessionToken) {
        return sessionToken
                .map(token -> builds.find(keyId, token).or(() -> roles.find(keyId)))
                .orElseGet(() -> keys.find(keyId));
    }
}

package openproton.auth.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import openproton.auth.Credential;
import openproton.auth.key.MasterKey;
import openproton.store.Database;

/// Credentials of roles in AWS that builds were given. One set serves a build for AWS and for this server, because
/// the environment of a process has room for one set.
///
/// AWS made their tokens, so this server keeps their secrets, sealed, as long as the build may take.
public final class RoleCredentials {
    private final Database database;
    private final MasterKey master;
    private final InstantSource clock;

    /// @param master seals the secrets
    RoleCredentials(Database database, MasterKey master, InstantSource clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    /// Accepts the credentials of a role: they can call NotifyResourceDeploymentStatusChange on one resource.
    ///
    /// @param keyId the access key id that AWS gave
    /// @param secret the secret of that key
    /// @param account the account of the resource, twelve digits
    /// @param resourceArn the environment, instance or pipeline that the build provisions
    /// @param life how long they are accepted; AWS may end them earlier
    void accept(String keyId, String secret, String account, String resourceArn, Duration life) {
        Instant now = clock.instant();
        var session = new BuildSession(keyId, secret, account, resourceArn, now.plus(life));
        byte[] hidden = master.seal(session.write(), purpose(keyId));
        database.change(tx -> {
            var table = new RoleSessionTable(tx);
            table.deleteExpired(now);
            table.insert(keyId, hidden, session.expires());
        });
    }

    /// The credential behind a key; empty when this server accepted no such key.
    ///
    /// @throws AuthenticationFailure when it is accepted no longer
    Optional<Credential> find(String keyId) {
        return database.read(tx -> new RoleSessionTable(tx).find(keyId))
                .flatMap(hidden -> master.open(hidden, purpose(keyId)))
                .map(text -> BuildSession.read(text).credential(clock));
    }

    private static String purpose(String keyId) {
        return "role session " + keyId;
    }
}

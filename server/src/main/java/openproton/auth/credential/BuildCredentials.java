package openproton.auth.credential;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import openproton.auth.Credential;
import openproton.auth.key.KeyGenerator;
import openproton.auth.key.MasterKey;

/// Credentials for the commands of one build, which may only notify for their own resource.
///
/// Nothing is stored: the session token itself holds, sealed, the resource and the time of expiry.
public record BuildCredentials(MasterKey master, RandomGenerator random, InstantSource clock) {
    private static final String PURPOSE = "session token";

    /// Makes credentials that can call NotifyResourceDeploymentStatusChange on one resource.
    ///
    /// @param account the account of the resource, twelve digits
    /// @param resourceArn the environment, instance or pipeline that the build provisions
    SessionCredentials issue(String account, String resourceArn, Duration life) {
        var text = new KeyGenerator(random);
        var session = new BuildSession(
                text.id("ASIA"),
                text.secret(),
                account,
                resourceArn,
                clock.instant().plus(life));
        String token = Base64.getEncoder().encodeToString(master.seal(session.write(), PURPOSE));
        return new SessionCredentials(session.keyId(), session.secret(), token, session.expires());
    }

    /// The credential of a session; empty when this server did not make the token, or made it for another key.
    ///
    /// @throws AuthenticationFailure when the session is over
    Optional<Credential> find(String keyId, String token) {
        return bytes(token)
                .flatMap(hidden -> master.open(hidden, PURPOSE))
                .map(BuildSession::read)
                .filter(session -> session.keyId().equals(keyId))
                .map(session -> session.credential(clock));
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getDecoder().decode(token));
        } catch (IllegalArgumentException failure) {
            return Optional.empty();
        }
    }
}

package openproton.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import openproton.base.Json;

/// Credentials for the commands of one build, which may only notify for their own resource.
///
/// Nothing is stored: the session token itself, sealed, says who it is for and until when.
public record BuildCredentials(MasterKey master, RandomGenerator random, InstantSource clock) {
    private static final String PURPOSE = "session token";

    /// Makes credentials that can call NotifyResourceDeploymentStatusChange on one resource.
    ///
    /// @param account the account of the resource, twelve digits
    /// @param resourceArn the environment, instance or pipeline that the build provisions
    public SessionCredentials issue(String account, String resourceArn, Duration life) {
        var text = new KeyText(random);
        String id = text.id("ASIA");
        String secret = text.secret();
        Instant expires = clock.instant().plus(life);
        String inside = Json.write(Map.of(
                "id", id,
                "secret", secret,
                "account", account,
                "resourceArn", resourceArn,
                "expires", Long.toString(expires.toEpochMilli())));
        String token = Base64.getEncoder().encodeToString(master.seal(inside, PURPOSE));
        return new SessionCredentials(id, secret, token, expires);
    }

    /// The credential of a session; empty when the token is not one of ours or belongs to another key.
    ///
    /// @throws AuthenticationFailure when the session is over
    public Optional<Credential> find(String keyId, String token) {
        return bytes(token)
                .flatMap(hidden -> master.open(hidden, PURPOSE))
                .map(inside -> JsonData.object(inside))
                .filter(inside -> keyId.equals(inside.get("id")))
                .map(this::credential);
    }

    private Credential credential(Map<String, Object> inside) {
        Instant expires = Instant.ofEpochMilli(Long.parseLong(text(inside, "expires")));
        if (!clock.instant().isBefore(expires)) {
            throw new AuthenticationFailure(
                    AuthenticationFailure.Kind.EXPIRED, "the session of this build ended at " + expires);
        }
        String account = text(inside, "account");
        String id = text(inside, "id");
        String principal = "arn:aws:sts::%s:assumed-role/openproton-build/%s".formatted(account, id);
        var policies =
                List.of(Policy.allowing("proton:NotifyResourceDeploymentStatusChange", text(inside, "resourceArn")));
        return new Credential(new Identity(id, account, principal, policies), text(inside, "secret"));
    }

    private static String text(Map<String, Object> inside, String member) {
        return String.valueOf(inside.get(member));
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getDecoder().decode(token));
        } catch (IllegalArgumentException failure) {
            return Optional.empty();
        }
    }
}

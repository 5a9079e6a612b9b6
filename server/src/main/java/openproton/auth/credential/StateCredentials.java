package openproton.auth.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import openproton.api.state.StateKeeper.Asker;
import openproton.auth.AuthenticationFailure;
import openproton.auth.key.MasterKey;
import openproton.base.Json;
import openproton.base.JsonData;

/// The credentials with which the Terraform of one deployment reads and writes the state of its resource: the id of the
/// deployment as user name, and a password that holds, sealed, the resource and the time of expiry.
public record StateCredentials(MasterKey master, InstantSource clock) {
    private static final String PURPOSE = "terraform state credentials";

    /// The password of a deployment.
    String password(Asker asker, Duration life) {
        String inside = Json.write(Map.of(
                "arn", asker.resourceArn(),
                "deployment", asker.deploymentId(),
                "expires", clock.instant().plus(life).toEpochMilli()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(master.seal(inside, PURPOSE));
    }

    /// The deployment that asks; empty when this server did not make the password, or made it for another user name.
    ///
    /// @throws AuthenticationFailure when its time is over
    public Optional<Asker> find(String user, String password) {
        return bytes(password)
                .flatMap(hidden -> master.open(hidden, PURPOSE))
                .map(JsonData::object)
                .map(this::asker)
                .filter(asker -> same(asker.deploymentId(), user));
    }

    private Asker asker(Map<String, Object> inside) {
        if (!(inside.get("expires") instanceof Long expires)
                || !clock.instant().isBefore(Instant.ofEpochMilli(expires))) {
            throw new AuthenticationFailure(
                    AuthenticationFailure.Reason.EXPIRED, "the time of this deployment's Terraform is over");
        }
        return new Asker(String.valueOf(inside.get("arn")), String.valueOf(inside.get("deployment")));
    }

    /// Compares in a time that does not reveal how many characters match.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(String password) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(password));
        } catch (IllegalArgumentException failure) {
            return Optional.empty();
        }
    }
}

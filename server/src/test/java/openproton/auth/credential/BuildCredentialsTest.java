package openproton.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openproton.auth.AuthenticationFailure;
import openproton.auth.key.MasterKey;
import openproton.auth.policy.AccessRequest;
import openproton.auth.policy.Policy;
import openproton.base.SettableClock;
import org.junit.jupiter.api.Test;

class BuildCredentialsTest {
    private static final String PROD = "arn:aws:proton:eu-west-1:000000000000:environment/prod";

    private final SettableClock clock = new SettableClock();
    private final Random random = new Random(7);
    private final BuildCredentials builds =
            new BuildCredentials(new MasterKey(new byte[MasterKey.BYTES], random), random, clock);
    private final SessionCredentials session = builds.issue("000000000000", PROD, Duration.ofHours(1));

    @Test
    void mayNotifyForTheirOwnResourceAndNothingElse() {
        List<Policy> policies = builds.find(session.keyId(), session.token())
                .orElseThrow()
                .identity()
                .policies();
        String notify = "proton:NotifyResourceDeploymentStatusChange";

        assertThat(allow(policies, notify, PROD)).isTrue();
        assertThat(allow(policies, notify, PROD + "-2")).isFalse();
        assertThat(allow(policies, notify, "*")).isFalse();
        assertThat(allow(policies, "proton:GetEnvironment", PROD)).isFalse();
    }

    private static boolean allow(List<Policy> policies, String action, String resource) {
        return Policy.allow(policies, new AccessRequest(action, resource, Map.of()));
    }

    @Test
    void carryTheirSecretInTheToken() {
        assertThat(builds.find(session.keyId(), session.token()).orElseThrow().secret())
                .isEqualTo(session.secret());
        assertThat(session.keyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(session.toString()).doesNotContain(session.secret()).doesNotContain(session.token());
    }

    @Test
    void endWhenTheirTimeIsOver() {
        clock.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> builds.find(session.keyId(), session.token()))
                .isInstanceOfSatisfying(
                        AuthenticationFailure.class,
                        failure -> assertThat(failure.type()).isEqualTo("ExpiredTokenException"));
    }

    @Test
    void areRefusedWithAnyOtherTokenOrKey() {
        var elsewhere = new MasterKey(
                new byte[] {
                    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
                },
                random);
        var foreign = new BuildCredentials(elsewhere, random, clock).issue("000000000000", PROD, Duration.ofHours(1));

        assertThat(builds.find("ASIAANOTHERKEY", session.token())).isEmpty();
        assertThat(builds.find(session.keyId(), "no base64!")).isEmpty();
        assertThat(builds.find(session.keyId(), "AAAA")).isEmpty();
        assertThat(builds.find(session.keyId(), session.token().replace('A', 'B')))
                .isEmpty();
        assertThat(builds.find(foreign.keyId(), foreign.token())).isEmpty();
    }
}

package openproton.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import openproton.api.state.StateKeeper.Asker;
import openproton.auth.AuthenticationFailure;
import openproton.auth.key.MasterKey;
import openproton.base.SettableClock;
import org.junit.jupiter.api.Test;

class StateCredentialsTest {
    private static final Asker ASKER =
            new Asker("arn:aws:proton:eu-west-1:000000000000:environment/prod", "deployment-1");

    private final SettableClock clock = new SettableClock();
    private final StateCredentials states = credentials(0);
    private final String password = states.password(ASKER, Duration.ofHours(1));

    @Test
    void tellTheDeploymentAndItsResource() {
        assertThat(states.find("deployment-1", password)).contains(ASKER);
    }

    @Test
    void areRefusedWithTheUserNameOfAnotherDeployment() {
        assertThat(states.find("deployment-2", password)).isEmpty();
    }

    @Test
    void areRefusedWhenThisServerDidNotMakeThePassword() {
        assertThat(states.find("deployment-1", "not base 64 !")).isEmpty();
        assertThat(states.find("deployment-1", "bm90IHNlYWxlZA")).isEmpty();
        assertThat(states.find("deployment-1", credentials(1).password(ASKER, Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void endWithTheBuildThatTheyWereLentTo() {
        clock.pass(Duration.ofMinutes(59));
        assertThat(states.find("deployment-1", password)).contains(ASKER);

        clock.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> states.find("deployment-1", password))
                .isInstanceOfSatisfying(
                        AuthenticationFailure.class,
                        failure -> assertThat(failure.type()).isEqualTo("ExpiredTokenException"));
    }

    private StateCredentials credentials(int firstByte) {
        byte[] key = new byte[MasterKey.BYTES];
        key[0] = (byte) firstByte;
        return new StateCredentials(new MasterKey(key, new Random(7)), clock);
    }
}

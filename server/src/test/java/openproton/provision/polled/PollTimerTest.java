package openproton.provision.polled;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollTimerTest {
    private static final Duration MAX = Duration.ofSeconds(10);

    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final PollTimer pace = new PollTimer(() -> now, Duration.ofSeconds(4));

    @Test
    void isDueAtOnceAndThenAfterPausesThatGrowToTheLongest() {
        assertThat(pace.isDue()).isTrue();

        isDueAfterSeconds(4);
        pace.lengthen(150, MAX);
        isDueAfterSeconds(6);
        pace.lengthen(200, MAX);
        isDueAfterSeconds(10);
        pace.shorten();
        isDueAfterSeconds(4);
    }

    @Test
    void isNotDueBeforeTheWorldSaidSo() {
        pace.rest(now.plusSeconds(7));
        now = now.plusSeconds(6);
        assertThat(pace.isDue()).isFalse();
        now = now.plusSeconds(1);
        assertThat(pace.isDue()).isTrue();

        pace.rest(now);
        now = now.plusSeconds(3);
        assertThat(pace.isDue()).isFalse();
    }

    @Test
    void aWakeCountsOnceAndHurryUntilTheNextPause() {
        pace.rest();
        pace.wake();
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();

        pace.hurry();
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isTrue();
        pace.rest();
        assertThat(pace.isDue()).isFalse();
    }

    private void isDueAfterSeconds(int seconds) {
        pace.rest();
        now = now.plusSeconds(seconds).minusNanos(1);
        assertThat(pace.isDue()).isFalse();
        now = now.plusNanos(1);
        assertThat(pace.isDue()).isTrue();
    }
}

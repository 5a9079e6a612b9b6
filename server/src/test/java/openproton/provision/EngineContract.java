package openproton.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every engine promises. An engine's test extends this and says how its world looks.
public abstract class EngineContract {
    private static final String DEPLOYMENT = "0f7d1f0e-5f0a-4d4e-9a0c-1a2b3c4d5e6f";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The engine under test, the same one in a test until [#restart()].
    protected abstract Engine engine();

    /// Throws the engine's memory away, as the end of the server does, and opens a new one on the same world.
    protected abstract void restart();

    /// An order that ends well.
    protected abstract Order succeeding(String deploymentId);

    /// An order that ends badly, with [#reason()] in what it tells.
    protected abstract Order failing(String deploymentId);

    /// An order that does not end by itself.
    protected abstract Order endless(String deploymentId);

    /// What a failing order says went wrong.
    protected abstract String reason();

    /// How often the order of a deployment was really carried out.
    protected abstract int built(String deploymentId);

    @Test
    void startingTwiceBuildsOnce() {
        engine().start(succeeding(DEPLOYMENT));
        engine().start(succeeding(DEPLOYMENT));
        end(DEPLOYMENT);
        engine().start(succeeding(DEPLOYMENT));

        assertThat(end(DEPLOYMENT)).isInstanceOf(Progress.Finished.class);
        assertThat(built(DEPLOYMENT)).isEqualTo(1);
    }

    @Test
    void aFailureSaysWhatWentWrong() {
        engine().start(failing(DEPLOYMENT));

        assertThat(end(DEPLOYMENT))
                .isInstanceOfSatisfying(
                        Progress.Broken.class,
                        broken -> assertThat(broken.why()).contains(reason()).hasSizeLessThanOrEqualTo(5000));
    }

    @Test
    void cancelEndsAnOrderThatRuns() {
        engine().start(endless(DEPLOYMENT));
        assertThat(engine().look(DEPLOYMENT)).isInstanceOf(Progress.Running.class);

        engine().cancel(DEPLOYMENT);

        assertThat(end(DEPLOYMENT)).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void cancellingWhatIsOverChangesNothing() {
        engine().start(succeeding(DEPLOYMENT));
        var ended = end(DEPLOYMENT);

        engine().cancel(DEPLOYMENT);

        assertThat(engine().look(DEPLOYMENT)).isEqualTo(ended);
    }

    @Test
    void settlingWhatIsOverOrUnknownChangesNothing() {
        engine().start(failing(DEPLOYMENT));
        var ended = end(DEPLOYMENT);

        assertThat(engine().takeBack(DEPLOYMENT)).isTrue();
        assertThat(engine().takeBack("never-started")).isTrue();

        assertThat(engine().look(DEPLOYMENT)).isEqualTo(ended);
    }

    @Test
    void anOrderThatWasNeverStartedIsBroken() {
        engine().cancel(DEPLOYMENT);

        assertThat(engine().look(DEPLOYMENT)).isInstanceOf(Progress.Broken.class);
    }

    @Test
    void anOrderIsFoundAgainAfterARestart() {
        engine().start(endless(DEPLOYMENT));
        restart();
        engine().start(endless(DEPLOYMENT));
        assertThat(engine().look(DEPLOYMENT)).isInstanceOf(Progress.Running.class);

        engine().cancel(DEPLOYMENT);
        restart();

        assertThat(end(DEPLOYMENT)).isEqualTo(new Progress.Cancelled());
        assertThat(built(DEPLOYMENT)).isLessThanOrEqualTo(1);
    }

    /// Waits until an order is over, and tells how it ended.
    protected final Progress end(String deploymentId) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> engine().look(deploymentId), progress -> !(progress instanceof Progress.Running));
    }
}

package openproton.provision.cloudformation;

import static openproton.provision.cloudformation.StackWorld.ONE_TOPIC;
import static openproton.provision.cloudformation.StackWorld.STACK;
import static openproton.provision.cloudformation.StackWorld.TWO_TOPICS;
import static openproton.provision.cloudformation.StackWorld.deprovision;
import static openproton.provision.cloudformation.StackWorld.provision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cancelled order leaves things as they were before it.
class CancelTest {
    private static final Progress CANCELLED = new Progress.Cancelled();

    @TempDir
    private Path data;

    private StackWorld world;

    @BeforeEach
    void open() {
        world = new StackWorld(data);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void beforeTheFirstLookNothingIsAskedOfAws() {
        world.engine().start(provision("one", ONE_TOPIC));
        world.engine().cancel("one");

        assertThat(world.end("one")).isEqualTo(CANCELLED);
        assertThat(world.aws.calls()).isEmpty();
    }

    @Test
    void beforeTheExecutionTheChangeSetAndItsStackAreWithdrawn() {
        world.engine().start(provision("one", ONE_TOPIC));
        world.lookUntil("one", "REVIEW_IN_PROGRESS");
        world.engine().cancel("one");

        assertThat(world.end("one")).isEqualTo(CANCELLED);
        world.aws.runToEnd(STACK);
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(world.aws.creations(STACK)).isZero();
    }

    @Test
    void beforeTheExecutionOfAnUpdateTheStackStaysAsItIs() {
        world.run(provision("one", ONE_TOPIC));
        world.engine().start(provision("two", TWO_TOPICS));
        world.engine().look("two");
        world.engine().cancel("two");

        assertThat(world.end("two")).isEqualTo(CANCELLED);
        assertThat(world.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(world.aws.calls("DeleteChangeSet")).hasSize(1);
    }

    @Test
    void aFirstCreationIsDeleted() {
        world.aws.stay("Topic");
        world.engine().start(provision("one", ONE_TOPIC));
        world.lookUntil("one", "CREATE_IN_PROGRESS");
        world.engine().cancel("one");
        world.engine().cancel("one");
        world.aws.letFinish("Topic");

        assertThat(world.end("one")).isEqualTo(CANCELLED);
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aFirstCreationThatFailedMeanwhileIsDeletedToo() {
        world.aws.fail("Topic", "no");
        world.engine().start(provision("one", ONE_TOPIC));
        world.lookUntil("one", "ROLLBACK_IN_PROGRESS");
        world.engine().cancel("one");

        assertThat(world.end("one")).isEqualTo(CANCELLED);
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void anUpdateGoesBack() {
        world.run(provision("one", ONE_TOPIC));
        world.aws.stay("Other");
        world.engine().start(provision("two", TWO_TOPICS));
        world.lookUntil("two", "UPDATE_IN_PROGRESS");
        world.restart();
        world.engine().cancel("two");
        world.engine().look("two");
        world.aws.letFinish("Other");

        assertThat(world.end("two")).isEqualTo(CANCELLED);
        assertThat(world.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(world.aws.calls("CancelUpdateStack")).hasSize(1);
    }

    @Test
    void anUpdateThatWinsTheRaceIsFinished() {
        world.run(provision("one", ONE_TOPIC));
        world.engine().start(provision("two", TWO_TOPICS));
        world.lookUntil("two", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        world.engine().cancel("two");

        assertThat(world.end("two")).isInstanceOf(Progress.Finished.class);
        assertThat(world.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(world.aws.calls("CancelUpdateStack")).isEmpty();
    }

    @Test
    void aRemovalThatBeganGoesOn() {
        world.run(provision("one", TWO_TOPICS));
        world.engine().start(deprovision("two"));
        world.lookUntil("two", "DELETE_IN_PROGRESS");
        world.engine().cancel("two");

        assertThat(world.end("two")).isInstanceOf(Progress.Finished.class);
    }
}

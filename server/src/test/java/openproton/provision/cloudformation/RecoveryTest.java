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

/// No state of a stack is a dead end.
class RecoveryTest {
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
    void aFailedCreationTellsTheReasonsAndIsCreatedAnewNextTime() {
        world.aws.fail("Other", "No more of these.");
        String why = world.why(world.run(provision("one", TWO_TOPICS)));
        assertThat(why)
                .isEqualTo("Stack AWSProton-prod is ROLLBACK_COMPLETE.\nOther (AWS::SNS::Topic): No more of these.");

        world.aws.heal("Other");

        assertThat(world.run(provision("two", TWO_TOPICS))).isInstanceOf(Progress.Finished.class);
        assertThat(world.aws.stacks()).extracting("status").containsExactly("CREATE_COMPLETE", "DELETE_COMPLETE");
    }

    @Test
    void aFailedUpdateTellsTheReasonsAndIsUpdatedNextTime() {
        world.run(provision("one", ONE_TOPIC));
        world.aws.fail("Other", "No more of these.");
        assertThat(world.why(world.run(provision("two", TWO_TOPICS))))
                .isEqualTo("Stack AWSProton-prod is UPDATE_ROLLBACK_COMPLETE.\n"
                        + "Other (AWS::SNS::Topic): No more of these.");
        assertThat(world.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");

        world.aws.heal("Other");

        assertThat(world.run(provision("three", TWO_TOPICS))).isInstanceOf(Progress.Finished.class);
        assertThat(world.aws.creations(STACK)).isEqualTo(1);
    }

    @Test
    void aRollbackThatFailedIsContinuedFirst() {
        breakRollback();
        world.aws.heal("Other");
        world.aws.heal("Topic");

        assertThat(world.run(provision("three", TWO_TOPICS))).isInstanceOf(Progress.Finished.class);
        assertThat(world.status()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aRollbackThatCannotBeContinuedSaysWhy() {
        breakRollback();

        assertThat(world.why(world.run(provision("three", TWO_TOPICS))))
                .contains("UPDATE_ROLLBACK_FAILED", "Topic (AWS::SNS::Topic): cannot go back");
        assertThat(world.aws.calls("ContinueUpdateRollback")).hasSize(1);
    }

    private void breakRollback() {
        world.run(provision("one", ONE_TOPIC));
        world.aws.fail("Other", "No more of these.");
        world.aws.failRollback("Topic", "cannot go back");
        String changed = TWO_TOPICS.replace("DisplayName: Topic", "DisplayName: changed");
        assertThat(world.why(world.run(provision("two", changed))))
                .contains("UPDATE_ROLLBACK_FAILED", "No more of these.", "cannot go back");
    }

    @Test
    void whatCannotBeDeletedIsNamedAndMayBeDeletedLater() {
        world.run(provision("one", TWO_TOPICS));
        world.aws.failDeletion("Topic", "The bucket you tried to delete is not empty");
        assertThat(world.why(world.run(deprovision("two"))))
                .isEqualTo("Stack AWSProton-prod is DELETE_FAILED.\n"
                        + "Topic (AWS::SNS::Topic): The bucket you tried to delete is not empty");

        world.aws.heal("Topic");

        assertThat(world.run(deprovision("three"))).isInstanceOf(Progress.Finished.class);
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aStackThatWorkedAndCouldNotBeDeletedIsNeverDeletedByAnUpdate() {
        world.run(provision("one", TWO_TOPICS));
        world.aws.failDeletion("Topic", "not empty");
        world.run(deprovision("two"));
        world.aws.heal("Topic");

        assertThat(world.why(world.run(provision("three", TWO_TOPICS)))).contains("DELETE_FAILED", "Delete it");
        assertThat(world.status()).isEqualTo("DELETE_FAILED");
    }

    @Test
    void aStackThatNeverWorkedAndCouldNotBeDeletedIsCreatedAnew() {
        world.aws.fail("Other", "no");
        world.run(provision("one", TWO_TOPICS));
        world.aws.failDeletion("Topic", "not empty");
        world.run(deprovision("two"));
        world.aws.heal("Topic");
        world.aws.heal("Other");

        assertThat(world.run(provision("three", TWO_TOPICS))).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void aStackThatIsBusyIsWaitedFor() {
        world.aws.stay("Topic");
        world.engine().start(provision("one", ONE_TOPIC));
        world.lookUntil("one", "CREATE_IN_PROGRESS");
        world.engine().start(provision("two", TWO_TOPICS));
        world.engine().look("two");
        assertThat(world.engine().look("two"))
                .isEqualTo(Progress.Running.waitingFor("Waiting: stack AWSProton-prod is CREATE_IN_PROGRESS"));
        assertThat(world.log("two")).containsOnlyOnce("Waiting: stack AWSProton-prod is CREATE_IN_PROGRESS");

        world.aws.letFinish("Topic");

        assertThat(world.end("two")).isInstanceOf(Progress.Finished.class);
        assertThat(world.aws.updates(STACK)).isEqualTo(1);
    }

    @Test
    void aTemplateThatIsRefusedSaysWhatCloudFormationSaid() {
        String why = world.why(world.run(provision("one", "Resources:\n  A: {Type: AWS::No::Such, Ref: }\n  B: 7\n")));

        assertThat(why).isNotBlank();
        assertThat(world.aws.creations(STACK)).isZero();
    }
}

package openproton.provision.cloudformation;

import static openproton.provision.cloudformation.StackWorld.ONE_TOPIC;
import static openproton.provision.cloudformation.StackWorld.STACK;
import static openproton.provision.cloudformation.StackWorld.TWO_TOPICS;
import static openproton.provision.cloudformation.StackWorld.deprovision;
import static openproton.provision.cloudformation.StackWorld.provision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openproton.provision.Plan;
import openproton.provision.Plan.Kind;
import openproton.provision.Plan.PlannedChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final String TOPIC = "AWS::SNS::Topic";

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

    private Plan plan(String template) {
        return world.engine().plan(provision("plan", template));
    }

    @Test
    void aPlanForANewStackAddsEverythingAndLeavesNothing() {
        assertThat(plan(TWO_TOPICS))
                .isEqualTo(new Plan.Known(
                        List.of(
                                new PlannedChange(Kind.ADD, TOPIC, "Topic", Optional.empty()),
                                new PlannedChange(Kind.ADD, TOPIC, "Other", Optional.empty())),
                        ""));
        world.aws.runToEnd(STACK);
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(world.aws.creations(STACK)).isZero();
        assertThat(data.resolve("builds")).doesNotExist();
    }

    @Test
    void aPlanForAStackTellsWhatIsAddedChangedReplacedAndRemoved() {
        world.run(provision("one", StackWorld.template("Same", "Changed", "Replaced", "Removed")));
        world.aws.replace("Replaced");
        String next = StackWorld.template("Same", "Changed", "Replaced", "Added")
                .replace("DisplayName: Changed", "DisplayName: x")
                .replace("DisplayName: Replaced", "DisplayName: x");

        Plan plan = plan(next);

        assertThat(plan)
                .isInstanceOfSatisfying(
                        Plan.Known.class,
                        known -> assertThat(known.changes())
                                .extracting(change -> change.name() + " " + change.kind())
                                .containsExactlyInAnyOrder(
                                        "Changed MODIFY", "Replaced REPLACE", "Added ADD", "Removed REMOVE"));
        assertThat(world.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(world.aws.calls("DeleteChangeSet")).hasSize(1);
        assertThat(world.aws.updates(STACK)).isZero();
    }

    @Test
    void aPlanThatChangesNothingIsEmpty() {
        world.run(provision("one", ONE_TOPIC));

        assertThat(plan(ONE_TOPIC)).isEqualTo(new Plan.Known(List.of(), ""));
    }

    @Test
    void aPlanToRemoveNamesEveryResource() {
        world.run(provision("one", TWO_TOPICS));

        assertThat(world.engine().plan(deprovision("plan")))
                .isInstanceOfSatisfying(
                        Plan.Known.class,
                        known -> assertThat(known.changes())
                                .extracting(PlannedChange::kind)
                                .containsExactly(Kind.REMOVE, Kind.REMOVE));
        assertThat(world.status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aPlanThatCannotBeMadeSaysWhy() {
        world.aws.fail("Topic", "no");
        world.run(provision("one", ONE_TOPIC));
        assertThat(plan(ONE_TOPIC))
                .isInstanceOfSatisfying(
                        Plan.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("ROLLBACK_COMPLETE", "created anew"));

        world.aws.throttle(100);

        assertThat(plan(ONE_TOPIC)).isEqualTo(new Plan.Unknown("Rate exceeded"));
    }
}

package openproton.provision.cloudformation;

import static openproton.provision.cloudformation.StackWorld.ONE_TOPIC;
import static openproton.provision.cloudformation.StackWorld.ROLE;
import static openproton.provision.cloudformation.StackWorld.STACK;
import static openproton.provision.cloudformation.StackWorld.TWO_TOPICS;
import static openproton.provision.cloudformation.StackWorld.deprovision;
import static openproton.provision.cloudformation.StackWorld.outputs;
import static openproton.provision.cloudformation.StackWorld.provision;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.provision.Engine;
import openproton.provision.EngineContract;
import openproton.provision.Order;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudFormationEngineTest extends EngineContract {
    @TempDir
    Path data;

    private StackWorld world;

    @BeforeEach
    void open() {
        world = new StackWorld(data, Optional.of("large-templates"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected Engine engine() {
        return world.engine();
    }

    @Override
    protected void restart() {
        world.restart();
    }

    @Override
    protected Order succeeding(String deploymentId) {
        return provision(deploymentId, ONE_TOPIC);
    }

    @Override
    protected Order failing(String deploymentId) {
        world.aws.fail("Topic", reason());
        return provision(deploymentId, ONE_TOPIC);
    }

    @Override
    protected Order endless(String deploymentId) {
        world.aws.stay("Topic");
        return provision(deploymentId, ONE_TOPIC);
    }

    @Override
    protected String reason() {
        return "You have too many topics.";
    }

    @Override
    protected int built(String deploymentId) {
        return world.aws.creations(STACK);
    }

    @Test
    void aStackBecomesOutputsAndAResource() {
        Progress end = world.run(provision("one", ONE_TOPIC));

        String id = world.aws.stack(STACK).id();
        assertThat(outputs(end)).containsExactlyEntriesOf(world.aws.stack(STACK).outputValues());
        assertThat(((Progress.Finished) end).resources())
                .containsExactly(new Progress.Resource(STACK, id, "CLOUDFORMATION"));
    }

    @Test
    void anUpdateGoesThroughAChangeSetAndReadsOutputsAnew() {
        var before = outputs(world.run(provision("one", ONE_TOPIC)));
        world.aws.replace("Topic");
        var after = outputs(world.run(provision("two", ONE_TOPIC.replace("DisplayName: Topic", "DisplayName: b"))));

        assertThat(world.aws.updates(STACK)).isEqualTo(1);
        assertThat(after).isEqualTo(world.aws.stack(STACK).outputValues()).isNotEqualTo(before);
        assertThat(world.operations()).doesNotContain("CreateStack", "UpdateStack");
    }

    @Test
    void anUpdateThatChangesNothingIsSuccess() {
        var before = outputs(world.run(provision("one", ONE_TOPIC)));
        var after = outputs(world.run(provision("two", ONE_TOPIC)));

        assertThat(after).isEqualTo(before);
        assertThat(world.aws.updates(STACK)).isZero();
        assertThat(world.aws.calls("DeleteChangeSet")).hasSize(1);
        assertThat(world.log("two")).contains("Nothing changes in stack AWSProton-prod");
    }

    @Test
    void aRemovedStackIsGone() {
        world.run(provision("one", ONE_TOPIC));

        assertThat(world.run(deprovision("two"))).isEqualTo(new Progress.Finished(Map.of(), List.of()));
        assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(world.run(deprovision("three"))).isInstanceOf(Progress.Finished.class);
        assertThat(world.aws.deletions(STACK)).isEqualTo(1);
    }

    @Test
    void stacksCarryTagsAndAllCapabilities() {
        world.run(provision("one", ONE_TOPIC));

        assertThat(world.aws.stack(STACK).tags()).containsExactly(Map.entry("proton:account", "123456789012"));
        assertThat(world.aws.calls("CreateChangeSet").getFirst().parameters())
                .containsEntry("Capabilities.member.1", "CAPABILITY_IAM")
                .containsEntry("Capabilities.member.2", "CAPABILITY_NAMED_IAM")
                .containsEntry("Capabilities.member.3", "CAPABILITY_AUTO_EXPAND");
    }

    @Test
    void aRoleIsAssumedOnceInASessionThatShowsTheResource() {
        world.run(StackWorld.order("one", Order.Action.PROVISION, TWO_TOPICS, Optional.of(ROLE)));

        assertThat(world.aws.calls("AssumeRole").size()).isLessThan(5);
        assertThat(world.aws.calls("CreateChangeSet").getFirst().role()).contains(ROLE);
        assertThat(world.aws.calls("DescribeStacks").getLast().session()).isEqualTo("proton-environment-prod");
        assertThat(world.log("one")).contains("Creating stack AWSProton-prod in eu-west-1 as role " + ROLE);
    }

    @Test
    void aLargeTemplateGoesThroughS3AndIsDeletedAtTheEnd() {
        world.aws.putObject("large-templates", "other", new byte[0]);
        String large = ONE_TOPIC + "# " + "x".repeat(51_200) + "\n";

        world.run(provision("one", large));

        assertThat(world.aws.calls("CreateChangeSet").getFirst().parameters())
                .containsKey("TemplateURL")
                .doesNotContainKey("TemplateBody");
        assertThat(world.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(world.aws.objects("large-templates")).containsOnlyKeys("other");
    }

    @Test
    void aLargeTemplateWithoutABucketSaysWhatToSet(@TempDir Path other) {
        try (var bare = new StackWorld(other)) {
            String why = bare.why(bare.run(provision("one", ONE_TOPIC + "# " + "x".repeat(51_200))));

            assertThat(why).contains("aws.template-bucket", "51200");
        }
    }

    @Test
    void anOrderWithoutATemplateIsBroken() {
        Order order = provision("one", ONE_TOPIC);
        var empty = new Order("one", order.action(), order.subject(), FileTree.EMPTY, order.means());

        assertThat(world.why(world.run(empty))).contains("no CloudFormation template");
    }

    @Test
    void theLogTellsEachEventOnceEvenOverRestarts() {
        world.aws.pageSize(2);
        engine().start(provision("one", TWO_TOPICS));
        while (engine().look("one") instanceof Progress.Running) {
            world.restart();
        }

        List<String> events = world.log("one")
                .lines()
                .filter(line -> !line.startsWith("[OpenProton]"))
                .toList();
        assertThat(new HashSet<>(events)).hasSameSizeAs(events);
        assertThat(events)
                .map(line -> line.replaceFirst("\\S+ ", ""))
                .containsExactly(
                        "AWSProton-prod AWS::CloudFormation::Stack CREATE_IN_PROGRESS User Initiated",
                        "Topic AWS::SNS::Topic CREATE_IN_PROGRESS",
                        "Topic AWS::SNS::Topic CREATE_COMPLETE",
                        "Other AWS::SNS::Topic CREATE_IN_PROGRESS",
                        "Other AWS::SNS::Topic CREATE_COMPLETE",
                        "AWSProton-prod AWS::CloudFormation::Stack CREATE_COMPLETE");
    }

    @Test
    void theJournalHoldsNoCredentialsAndNoTemplateAfterTheEnd() throws Exception {
        Order order = provision("one", ONE_TOPIC);
        var means = new Order.Means(
                "123456789012",
                "eu-west-1",
                Optional.empty(),
                Map.of("AWS_SECRET_ACCESS_KEY", "hush"),
                Optional.empty());
        world.run(new Order("one", order.action(), order.subject(), order.files(), means));

        Path folder = data.resolve("builds/one");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("order.json", "state.json", "end.json", "log");
        }
        assertThat(Files.readString(folder.resolve("order.json"))).doesNotContain("hush");
    }

    @Test
    void withoutChangeSetsAnUpdateThatChangesNothingIsSuccessToo() {
        world.direct();
        var before = outputs(world.run(provision("one", ONE_TOPIC)));

        assertThat(outputs(world.run(provision("two", ONE_TOPIC)))).isEqualTo(before);
        assertThat(outputs(world.run(provision("three", TWO_TOPICS)))).isEqualTo(before);
        assertThat(world.aws.updates(STACK)).isEqualTo(1);
    }
}

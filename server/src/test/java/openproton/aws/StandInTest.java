package openproton.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/// The life of stacks, as the AWS SDK sees it.
class StandInTest {
    private static final String TWO_TOPICS = """
        Parameters:
          Name: {Type: String, Default: first}
        Resources:
          One: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Name}}
          Two: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub '${One.TopicName} ${Name}'}}
        Outputs:
          Arn: {Value: !Ref One}
          Name: {Value: !Ref Name}
        """;
    private static final String ONE_TOPIC = """
        Resources:
          One: {Type: AWS::SNS::Topic, Properties: {DisplayName: first}}
        """;

    private final StandIn aws = StandIn.open();
    private final CloudFormationClient client = new StandInClients(aws.uri()).cloudFormation();

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Test
    void aStackIsCreatedOneResourceWithEachLook() {
        var id = client.createStack(it -> it.stackName("a")
                        .templateBody(TWO_TOPICS)
                        .clientRequestToken("token-1")
                        .tags(Tag.builder().key("proton:account").value("1").build()))
                .stackId();

        assertThat(looks("a"))
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS", "CREATE_COMPLETE");
        var stack = client.describeStacks(it -> it.stackName(id)).stacks().getFirst();
        assertThat(stack.outputs())
                .extracting(output ->
                        output.outputKey() + "=" + output.outputValue().replaceFirst("-[^-]*$", ""))
                .containsExactly("Arn=arn:aws:sns:eu-west-1:123456789012:a-One", "Name=first");
        assertThat(aws.stack("a").tags()).containsEntry("proton:account", "1");
        assertThat(events("a"))
                .containsExactly(
                        "a CREATE_COMPLETE",
                        "Two CREATE_COMPLETE",
                        "Two CREATE_IN_PROGRESS",
                        "One CREATE_COMPLETE",
                        "One CREATE_IN_PROGRESS",
                        "a CREATE_IN_PROGRESS");
        assertThat(client.describeStackEvents(it -> it.stackName("a")).stackEvents())
                .extracting(StackEvent::clientRequestToken)
                .containsOnly("token-1");
    }

    @Test
    void aFailedCreationIsRolledBackAndMayOnlyBeDeleted() {
        aws.fail("Two", "no more topics");
        create("a", TWO_TOPICS);

        assertThat(looks("a")).endsWith("ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE");
        assertThat(client.describeStackEvents(it -> it.stackName("a")).stackEvents())
                .anySatisfy(event -> {
                    assertThat(event.resourceStatus()).isEqualTo(ResourceStatus.CREATE_FAILED);
                    assertThat(event.resourceStatusReason()).isEqualTo("no more topics");
                });
        assertRefused(() -> client.updateStack(it -> it.stackName("a").templateBody(ONE_TOPIC)), "ROLLBACK_COMPLETE");
        client.deleteStack(it -> it.stackName("a"));
        looks("a", aws.stack("a").id());
        assertThat(aws.stack("a").status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aFailedCreationMayBeLeftAsItIsOrDeletedAtOnce() {
        aws.fail("Two", "no");
        client.createStack(it -> it.stackName("a").templateBody(TWO_TOPICS).onFailure("DO_NOTHING"));
        client.createStack(it -> it.stackName("b").templateBody(TWO_TOPICS).onFailure("DELETE"));

        assertThat(looks("a")).endsWith("CREATE_FAILED");
        assertThat(looks("b", aws.stack("b").id())).endsWith("DELETE_COMPLETE");
    }

    @Test
    void aChangeSetMakesAStackAndChangesIt() {
        changeSet("a", "first", ChangeSetType.CREATE, TWO_TOPICS, "first");
        assertThat(aws.stack("a").status()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(client.describeChangeSet(it -> it.stackName("a").changeSetName("first"))
                        .status())
                .isEqualTo(ChangeSetStatus.CREATE_IN_PROGRESS);
        assertThat(client.describeChangeSet(it -> it.stackName("a").changeSetName("first"))
                        .changes())
                .extracting(change -> change.resourceChange().actionAsString())
                .containsExactly("Add", "Add");
        client.executeChangeSet(it -> it.stackName("a").changeSetName("first"));
        assertThat(looks("a")).endsWith("CREATE_COMPLETE");

        aws.replace("One");
        changeSet("a", "second", ChangeSetType.UPDATE, TWO_TOPICS, "other");
        client.describeChangeSet(it -> it.stackName("a").changeSetName("second"));
        assertThat(client.describeChangeSet(it -> it.stackName("a").changeSetName("second"))
                        .changes())
                .satisfiesExactly(
                        one -> assertThat(one.resourceChange().replacement()).isEqualTo(Replacement.TRUE),
                        two -> assertThat(two.resourceChange().replacement()).isEqualTo(Replacement.FALSE));
        String before = aws.stack("a").outputValues().get("Arn");
        client.executeChangeSet(it -> it.stackName("a").changeSetName("second"));

        assertThat(looks("a")).endsWith("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE");
        assertThat(aws.stack("a").outputValues()).containsEntry("Name", "other");
        assertThat(aws.stack("a").outputValues().get("Arn")).isNotEqualTo(before);
    }

    @Test
    void aChangeSetWithoutChangesFailsAndAnUpdateWithoutThemIsRefused() {
        create("a", TWO_TOPICS);
        looks("a");
        changeSet("a", "same", ChangeSetType.UPDATE, TWO_TOPICS, "first");
        client.describeChangeSet(it -> it.stackName("a").changeSetName("same"));

        var same = client.describeChangeSet(it -> it.stackName("a").changeSetName("same"));
        assertThat(same.status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(same.statusReason()).startsWith("The submitted information didn't contain changes.");
        assertRefused(
                () -> client.executeChangeSet(it -> it.stackName("a").changeSetName("same")),
                "current status of [FAILED]");
        client.deleteChangeSet(it -> it.stackName("a").changeSetName("same"));
        assertRefused(() -> client.describeChangeSet(it -> it.stackName("a").changeSetName("same")), "does not exist");
        assertRefused(
                () -> client.updateStack(it -> it.stackName("a").templateBody(TWO_TOPICS)),
                "No updates are to be performed.");
        assertThat(aws.updates("a")).isZero();
    }

    @Test
    void aFailedUpdateGoesBackToWhatWasBefore() {
        create("a", TWO_TOPICS);
        looks("a");
        aws.fail("Two", "no");
        update("a", "other");

        assertThat(looks("a"))
                .contains(
                        "UPDATE_IN_PROGRESS",
                        "UPDATE_ROLLBACK_IN_PROGRESS",
                        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
                .endsWith("UPDATE_ROLLBACK_COMPLETE");
        assertThat(aws.stack("a").outputValues()).containsEntry("Name", "first");
        aws.heal("Two");
        update("a", "other");
        assertThat(looks("a")).endsWith("UPDATE_COMPLETE");
    }

    @Test
    void aRollbackThatFailedGoesOnWhenAsked() {
        create("a", TWO_TOPICS);
        looks("a");
        aws.fail("Two", "no");
        aws.failRollback("One", "never");
        update("a", "other");
        assertThat(looks("a")).endsWith("UPDATE_ROLLBACK_FAILED");

        client.continueUpdateRollback(it -> it.stackName("a"));
        assertThat(looks("a")).endsWith("UPDATE_ROLLBACK_FAILED");
        client.continueUpdateRollback(it -> it.stackName("a").resourcesToSkip("One"));
        assertThat(looks("a")).endsWith("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void anUpdateMayBeCancelledWhileItRuns() {
        create("a", TWO_TOPICS);
        looks("a");
        assertRefused(
                () -> client.cancelUpdateStack(it -> it.stackName("a")), "cannot be called from current stack status");
        aws.stay("Two");
        update("a", "other");
        aws.runToEnd("a");
        assertThat(aws.stack("a").status()).isEqualTo("UPDATE_IN_PROGRESS");

        client.cancelUpdateStack(it -> it.stackName("a"));
        assertThat(looks("a")).endsWith("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void whatStaysEndsWhenItIsLet() {
        aws.stay("One");
        create("a", TWO_TOPICS);
        aws.runToEnd("a");
        assertThat(aws.stack("a").resources()).containsOnlyKeys("One");

        aws.letFinish("One");
        assertThat(looks("a")).endsWith("CREATE_COMPLETE");
    }

    @Test
    void aDeletedStackIsFoundByItsIdOnly() {
        create("a", TWO_TOPICS);
        looks("a");
        String id = aws.stack("a").id();
        aws.failDeletion("One", "in use");
        client.deleteStack(it -> it.stackName("a"));
        assertThat(looks("a", id)).endsWith("DELETE_FAILED");

        client.deleteStack(it -> it.stackName("a").retainResources("One"));
        assertThat(looks("a", id)).endsWith("DELETE_COMPLETE");
        assertRefused(() -> client.describeStacks(it -> it.stackName("a")), "Stack with id a does not exist");
        client.deleteStack(it -> it.stackName("a"));
        assertThat(aws.deletions("a")).isEqualTo(2);
    }

    @Test
    void removedResourcesGoAndRetainedOnesAreKept() {
        create("a", TWO_TOPICS);
        looks("a");
        client.updateStack(it -> it.stackName("a").templateBody(ONE_TOPIC));

        assertThat(looks("a")).endsWith("UPDATE_COMPLETE");
        assertThat(client.listStackResources(it -> it.stackName("a")).stackResourceSummaries())
                .extracting(it -> it.logicalResourceId())
                .containsExactly("One");
    }

    @Test
    void nothingHappensTwiceForOneToken() {
        for (int time = 0; time < 2; time++) {
            client.createStack(it -> it.stackName("a").templateBody(TWO_TOPICS).clientRequestToken("create"));
        }
        looks("a");
        for (int time = 0; time < 2; time++) {
            client.updateStack(it -> it.stackName("a")
                    .usePreviousTemplate(true)
                    .parameters(named("other"))
                    .clientRequestToken("update"));
        }
        looks("a");

        assertThat(aws.creations("a")).isEqualTo(1);
        assertThat(aws.updates("a")).isEqualTo(1);
        assertRefused(() -> create("a", TWO_TOPICS), "Stack [a] already exists");
    }

    @Test
    void eventsComeInPages() {
        aws.ticksPerResource(0);
        create("a", TWO_TOPICS);
        aws.pageSize(4);

        var first = client.describeStackEvents(it -> it.stackName("a"));
        var second = client.describeStackEvents(it -> it.stackName("a").nextToken(first.nextToken()));
        assertThat(first.stackEvents()).hasSize(4);
        assertThat(second.stackEvents()).hasSize(2);
        assertThat(second.nextToken()).isNull();
        assertThat(client.describeStackEventsPaginator(it -> it.stackName("a")).stackEvents())
                .hasSize(6);
    }

    @Test
    void aStackTakesAsManyLooksAsItIsTold() {
        aws.ticksPerResource(3);
        create("a", ONE_TOPIC);

        assertThat(looks("a")).hasSize(5).endsWith("CREATE_COMPLETE");
    }

    private void create(String name, String template) {
        client.createStack(it -> it.stackName(name).templateBody(template));
    }

    private void update(String name, String value) {
        client.updateStack(it -> it.stackName(name).usePreviousTemplate(true).parameters(named(value)));
    }

    private void changeSet(String stack, String name, ChangeSetType type, String template, String value) {
        client.createChangeSet(it -> it.stackName(stack)
                .changeSetName(name)
                .changeSetType(type)
                .templateBody(template)
                .parameters(named(value)));
    }

    private static Parameter named(String value) {
        return Parameter.builder().parameterKey("Name").parameterValue(value).build();
    }

    private List<String> looks(String name) {
        return looks(name, name);
    }

    /// The statuses seen until a stack is settled.
    private List<String> looks(String name, String nameOrId) {
        var seen = new ArrayList<String>();
        do {
            seen.add(client.describeStacks(it -> it.stackName(nameOrId))
                    .stacks()
                    .getFirst()
                    .stackStatusAsString());
        } while (seen.getLast().endsWith("_IN_PROGRESS") && seen.size() < 30);
        assertThat(seen.getLast()).as("last status of %s", name).doesNotEndWith("_IN_PROGRESS");
        return seen;
    }

    private List<String> events(String name) {
        return client.describeStackEvents(it -> it.stackName(name)).stackEvents().stream()
                .map(event -> event.logicalResourceId() + " " + event.resourceStatusAsString())
                .toList();
    }

    private static void assertRefused(Runnable call, String message) {
        Consumer<Throwable> aRefusal = error -> assertThat(
                        ((CloudFormationException) error).awsErrorDetails().errorMessage())
                .contains(message);
        assertThatThrownBy(call::run)
                .isInstanceOf(CloudFormationException.class)
                .satisfies(aRefusal::accept);
    }
}

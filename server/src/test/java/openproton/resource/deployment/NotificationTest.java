package openproton.resource.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import openproton.TestHouse;
import openproton.TestStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.NotifyResourceDeploymentStatusChangeRequest;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What automation may report of a build, and what that changes (docs/behaviour/provisioning.md#notifications).
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void publish() {
        stories.environmentTemplate("vpc");
    }

    @AfterAll
    void close() {
        stories.close();
    }

    private void running(String environment) {
        house.engine().stay("environment/" + environment);
        stories.environment(environment, "vpc");
    }

    private void over(String environment) {
        house.engine().letFinish("environment/" + environment);
        house.runDueWork();
    }

    @Test
    void successFromInsideTheBuildWaitsForItsEnd() {
        running("inside");
        notify("inside", notice -> notice.status("SUCCEEDED").outputs(output("vpc", "v-1")));
        house.runDueWork();
        assertThat(stories.environmentStatus("inside")).isEqualTo(DeploymentStatus.IN_PROGRESS);

        over("inside");

        assertThat(stories.environmentStatus("inside")).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(outputs("inside")).containsExactly("vpc=v-1");
    }

    @Test
    void aReportedFailureDecidesAtTheEnd() {
        running("failing");
        notify("failing", notice -> notice.status("FAILED").statusMessage("tests are red"));
        over("failing");

        var environment = sdk.getEnvironment(get -> get.name("failing")).environment();
        assertThat(environment.deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(environment.deploymentStatusMessage()).isEqualTo("tests are red");
    }

    @Test
    void outputsReplaceThoseReportedBeforeAndMayComeAlone() {
        running("twice");
        notify("twice", notice -> notice.outputs(output("one", "1"), output("two", "2")));
        notify("twice", notice -> notice.status("IN_PROGRESS"));
        notify("twice", notice -> notice.outputs(output("three", "3")));
        over("twice");

        assertThat(outputs("twice")).containsExactly("three=3");
    }

    @Test
    void onlyARepetitionIsAcceptedWhenTheDeploymentIsOver() {
        running("past");
        String id = sdk.getEnvironment(get -> get.name("past")).environment().lastAttemptedDeploymentId();
        notify("past", notice -> notice.deploymentId(id).outputs(output("a", "1")));
        over("past");

        notify("past", notice -> notice.deploymentId(id).status("SUCCEEDED"));
        assertThatThrownBy(
                        () -> notify("past", notice -> notice.deploymentId(id).status("FAILED")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("SUCCEEDED");
        assertThatThrownBy(() -> notify("past", notice -> notice.outputs(output("a", "2"))))
                .isInstanceOf(ConflictException.class);
        assertThat(outputs("past")).containsExactly("a=1");
    }

    @Test
    void unknownThingsAndOtherKindsAreRefused() {
        running("known");
        assertThatThrownBy(() -> notify("unknown", notice -> notice.status("SUCCEEDED")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> notify("known", notice -> notice.deploymentId("00000000-0000-4000-8000-ffffffffffff")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.notifyResourceDeploymentStatusChange(
                        notice -> notice.resourceArn(TestStories.ACCOUNT + "environment-template/vpc")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("resourceArn");
        assertThatThrownBy(() -> notify("known", notice -> notice.status("DONE")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("status");
        assertThatThrownBy(() -> notify(
                        "known",
                        notice -> notice.outputs(IntStream.range(0, 51)
                                .mapToObj(i -> output("k" + i, "v"))
                                .toList())))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("outputs");
        assertThatThrownBy(() -> notify("known", notice -> notice.statusMessage("x".repeat(5001))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("5000");
        over("known");
    }

    @Test
    void arrivesAlsoWhileTheBuildIsBeingCancelled() {
        stories.environment("stopping", "vpc");
        house.engine().stay("environment/stopping");
        sdk.updateEnvironment(update -> update.name("stopping").deploymentType("CURRENT_VERSION"));
        house.runDueWork();
        sdk.cancelEnvironmentDeployment(cancel -> cancel.environmentName("stopping"));

        notify("stopping", notice -> notice.status("IN_PROGRESS").outputs(output("a", "1")));
        house.runDueWork();

        assertThat(stories.environmentStatus("stopping")).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(outputs("stopping")).doesNotContain("a=1");
    }

    private void notify(String environment, Consumer<NotifyResourceDeploymentStatusChangeRequest.Builder> notice) {
        sdk.notifyResourceDeploymentStatusChange(
                request -> request.resourceArn(TestStories.ACCOUNT + "environment/" + environment)
                        .applyMutation(notice));
    }

    private static Output output(String key, String value) {
        return Output.builder().key(key).valueString(value).build();
    }

    private List<String> outputs(String environment) {
        return sdk.listEnvironmentOutputs(list -> list.environmentName(environment)).outputs().stream()
                .map(output -> output.key() + "=" + output.valueString())
                .toList();
    }
}

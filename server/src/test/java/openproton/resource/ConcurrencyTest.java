package openproton.resource;

import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import openproton.TestHouse;
import openproton.TestStories;
import openproton.base.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ServiceStatus;

/// What may go on beside what else (docs/behaviour/deployments.md#one-at-a-time), as far as no other test shows it.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {
    private static final String A = instance("a", "dev", 1);

    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void publish() {
        stories.usual();
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void servicesComeToAnEnvironmentThatIsBeingUpdatedButNotToOneThatLeaves() {
        stories.environment("moving", "vpc");
        house.engine().stay("environment/moving");
        sdk.updateEnvironment(update -> update.name("moving").deploymentType("CURRENT_VERSION"));
        stories.service("guest", "web", serviceSpec(instance("a", "moving", 1)));
        assertThat(stories.service("guest").status()).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.environmentStatus("moving")).isEqualTo(DeploymentStatus.IN_PROGRESS);
        house.engine().letFinish("environment/moving");
        house.runDueWork();

        stories.environment("leaving", "vpc");
        house.engine().stay("environment/leaving");
        sdk.deleteEnvironment(delete -> delete.name("leaving"));
        assertThatThrownBy(() -> stories.startService("late", "web", serviceSpec(instance("a", "leaving", 1))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("leaving");
        house.engine().letFinish("environment/leaving");
        house.runDueWork();
    }

    @Test
    void anEnvironmentIsUpdatedWhileItsServicesWork() {
        house.engine().stay("service/busy/service-instance/a");
        stories.service("busy", "web", serviceSpec(A));

        sdk.updateEnvironment(update -> update.name("dev").deploymentType("CURRENT_VERSION"));
        assertThatThrownBy(() -> sdk.updateServiceInstance(
                        update -> update.serviceName("busy").name("a").deploymentType("CURRENT_VERSION")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.deleteEnvironment(delete -> delete.name("dev")))
                .isInstanceOf(ConflictException.class);

        house.engine().letFinish("service/busy/service-instance/a");
        house.runDueWork();
        assertThat(stories.environmentStatus("dev")).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.service("busy").status()).isEqualTo(ServiceStatus.ACTIVE);
    }

    @Test
    void anInstanceAndThePipelineAreUpdatedSideBySide() {
        stories.pipelineService("side", "piped", pipelineSpec("main", A));
        house.engine().stay("service/side/service-instance/a").stay("service/side/pipeline");

        sdk.updateServiceInstance(update -> update.serviceName("side").name("a").deploymentType("CURRENT_VERSION"));
        sdk.updateServicePipeline(update ->
                update.serviceName("side").deploymentType("CURRENT_VERSION").spec(pipelineSpec("next", A)));
        house.runDueWork();
        assertThat(house.engine().built("service/side/service-instance/a")).isEqualTo(2);
        assertThat(house.engine().built("service/side/pipeline")).isEqualTo(2);
        assertThatThrownBy(() -> sdk.updateService(
                        update -> update.name("side").spec(pipelineSpec("main", A, instance("b", "dev", 1)))))
                .isInstanceOf(ConflictException.class);

        house.engine().letFinish("service/side/service-instance/a").letFinish("service/side/pipeline");
        house.runDueWork();
        assertThat(stories.service("side").spec()).contains("next");
    }

    @Test
    void oneOfManyEqualRequestsDoesItAndAllGetTheSameAnswer() throws InterruptedException, ExecutionException {
        String request = "{\"name\": \"many\", \"templateName\": \"vpc\", \"templateMajorVersion\": \"1\", "
                + "\"codebuildRoleArn\": \"%s\", \"spec\": %s}"
                        .formatted(TestStories.ROLE, Json.write(TestStories.environmentSpec("north")));
        var answers =
                atOnce(() -> house.call("CreateEnvironment", request).text("environment.lastAttemptedDeploymentId"));
        house.runDueWork();

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(house.engine().built("environment/many")).isEqualTo(1);
    }

    @Test
    void oneOfManyUpdatesWinsAndTheOthersConflict() throws InterruptedException, ExecutionException {
        stories.environment("raced", "vpc");
        var statuses = atOnce(() -> house.call("UpdateEnvironment", """
            {"name": "raced", "deploymentType": "CURRENT_VERSION"}
            """).status());
        house.runDueWork();

        assertThat(statuses).containsOnlyOnce(200).hasSize(8);
        assertThat(house.engine().built("environment/raced")).isEqualTo(2);
    }

    private static <T> List<T> atOnce(Callable<T> action) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, 8).mapToObj(_ -> executor.submit(action)).toList();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}

package openproton.resource.deployment;

import static openproton.TestStories.environmentSpec;
import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openproton.TestHouse;
import openproton.TestStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.Deployment;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.DeploymentSummary;
import software.amazon.awssdk.services.proton.model.DeploymentTargetResourceType;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What stays of every attempt to deploy something (docs/behaviour/deployments.md#records).
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentRecordTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void deploy() {
        stories.usual().pipelineService("shop", "piped", pipelineSpec("main", instance("a", "dev", 1)));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void tellsWhatWasAndWhatShallBe() {
        stories.environment("told", "vpc");
        sdk.updateEnvironment(
                update -> update.name("told").deploymentType("CURRENT_VERSION").spec(environmentSpec("south")));
        house.runDueWork();
        var listed = sdk.listDeployments(list -> list.environmentName("told")).deployments();

        Deployment update = get(listed.getFirst().id());
        assertThat(update.initialState().environment().spec()).contains("north");
        assertThat(update.targetState().environment().spec()).contains("south");
        assertThat(update.completedAt()).isNotNull();
        assertThat(update.targetResourceType()).isEqualTo(DeploymentTargetResourceType.ENVIRONMENT);
        Deployment first = get(listed.getLast().id());
        assertThat(first.initialState()).isNull();
        assertThat(first.lastAttemptedDeploymentId()).isEqualTo(update.id());
        assertThat(first.arn()).isEqualTo(TestStories.ACCOUNT + "deployment/" + first.id());
    }

    @Test
    void namesTheDeploymentsThatAnInstanceWasRenderedFrom() {
        String environment =
                sdk.getEnvironment(get -> get.name("dev")).environment().lastSucceededDeploymentId();
        String instance = stories.instance("shop", "a").lastSucceededDeploymentId();

        assertThat(get(instance).targetState().serviceInstance().lastSuccessfulEnvironmentDeploymentId())
                .isEqualTo(environment);
        assertThat(get(instance).environmentName()).isEqualTo("dev");
        String pipeline = stories.service("shop").pipeline().lastSucceededDeploymentId();
        assertThat(get(pipeline).environmentName()).isEqualTo("dev");
        assertThat(get(pipeline).targetState().servicePipeline().templateName()).isEqualTo("piped");
    }

    @Test
    void areFoundByTheNamesOfTheirTargets() {
        assertThat(sdk.listDeployments(list -> list.serviceName("shop")).deployments())
                .extracting(DeploymentSummary::targetResourceType)
                .contains(DeploymentTargetResourceType.SERVICE_PIPELINE, DeploymentTargetResourceType.SERVICE_INSTANCE);
        assertThat(sdk.listDeployments(list -> list.serviceName("shop").serviceInstanceName("a"))
                        .deployments())
                .hasSize(1);
        assertThat(sdk.listDeployments(list ->
                                list.environmentName("prod").serviceName("shop").serviceInstanceName("a"))
                        .deployments())
                .isEmpty();
    }

    @Test
    void areRefusedUnderOtherNames() {
        String id = stories.instance("shop", "a").lastSucceededDeploymentId();
        assertThat(sdk.getDeployment(get -> get.id(id).serviceName("shop"))
                        .deployment()
                        .id())
                .isEqualTo(id);
        assertThatThrownBy(() -> sdk.getDeployment(get -> get.id(id).environmentName("prod")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.getDeployment(get -> get.id(id).serviceInstanceName("a")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("serviceName");
        assertThatThrownBy(() -> sdk.listDeployments(list -> list.serviceInstanceName("a")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> sdk.listDeployments(list -> list.environmentName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.getDeployment(get -> get.id("XYZ")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("id");
    }

    @Test
    void outliveTheirTargets() {
        stories.environment("gone", "vpc");
        sdk.deleteEnvironment(delete -> delete.name("gone"));
        house.runDueWork();

        var records = sdk.listDeployments(list -> list.environmentName("gone")).deployments();
        assertThat(records)
                .extracting(DeploymentSummary::deploymentStatus)
                .containsExactlyInAnyOrder(DeploymentStatus.DELETE_COMPLETE, DeploymentStatus.SUCCEEDED);
        assertThat(records)
                .allSatisfy(
                        record -> assertThat(record.lastAttemptedDeploymentId()).isNull());
    }

    @Test
    void canBeDeletedOnceTheyAreOver() {
        house.engine().stay("environment/history");
        stories.environment("history", "vpc");
        String id = sdk.getEnvironment(get -> get.name("history")).environment().lastAttemptedDeploymentId();
        assertThatThrownBy(() -> sdk.deleteDeployment(delete -> delete.id(id)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("IN_PROGRESS");
        house.engine().letFinish("environment/history");
        house.runDueWork();

        assertThat(sdk.deleteDeployment(delete -> delete.id(id)).deployment().id())
                .isEqualTo(id);
        assertThatThrownBy(() -> get(id)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.deleteDeployment(delete -> delete.id(id)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(stories.environmentStatus("history")).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThatThrownBy(() -> sdk.listEnvironmentOutputs(
                        list -> list.environmentName("history").deploymentId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(sdk.listDeployments(list -> list.environmentName("history")).deployments())
                .isEmpty();
        sdk.deleteEnvironment(delete -> delete.name("history"));
        house.runDueWork();
        assertThat(house.engine().removed("environment/history")).isEqualTo(1);
    }

    @Test
    void failWithTheReasonWhenNothingCanBeRendered() {
        house.engine().fail("service/sad/service-instance/a", "line 3: no such command");
        stories.service("sad", "web", serviceSpec(instance("a", "dev", 1)));

        String id = stories.instance("sad", "a").lastAttemptedDeploymentId();
        assertThat(get(id).deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(get(id).deploymentStatusMessage()).isEqualTo("line 3: no such command");
        assertThat(get(id).lastSucceededDeploymentId()).isNull();
    }

    private Deployment get(String id) {
        return sdk.getDeployment(get -> get.id(id)).deployment();
    }
}

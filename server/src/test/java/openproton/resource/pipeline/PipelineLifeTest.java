package openproton.resource.pipeline;

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
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ServicePipeline;
import software.amazon.awssdk.services.proton.model.ServiceStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Pipelines by themselves: updated, cancelled, looked into.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineLifeTest {
    private static final String A = instance("a", "dev", 1);

    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void publish() {
        stories.usual().service("plain", "web", serviceSpec(A));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void changesOnlyItsOwnSectionOfTheSpec() {
        stories.pipelineService("shop", "piped", pipelineSpec("main", A));
        update("shop", "CURRENT_VERSION", pipelineSpec("release", instance("a", "dev", 77)));
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(pipeline("shop").deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(pipeline("shop").spec()).contains("main");
        house.runDueWork();

        assertThat(pipeline("shop").spec()).contains("release");
        assertThat(stories.service("shop").spec()).contains("release").doesNotContain("77");
        assertThat(house.engine().built("service/shop/service-instance/a")).isEqualTo(1);
    }

    @Test
    void deploysNothingWhenAskedNotTo() {
        stories.pipelineService("quiet", "piped", pipelineSpec("main", A));

        update("quiet", "NONE", pipelineSpec("release", A));
        house.runDueWork();

        assertThat(pipeline("quiet").spec()).contains("main");
        assertThat(house.engine().built("service/quiet/pipeline")).isEqualTo(1);
        assertThatThrownBy(
                        () -> update("quiet", "NONE", "proton: ServiceSpec\npipeline: {branch: [1]}\ninstances:\n" + A))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("pipeline: ");
    }

    @Test
    void keepsItsOldSpecWhenItsUpdateFailsOrIsCancelled() {
        stories.pipelineService("steady", "piped", pipelineSpec("main", A));
        house.engine().fail("service/steady/pipeline", "burst");
        update("steady", "CURRENT_VERSION", pipelineSpec("release", A));
        house.runDueWork();
        assertThat(pipeline("steady").deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(pipeline("steady").deploymentStatusMessage()).isEqualTo("burst");
        assertThat(stories.service("steady").status()).isEqualTo(ServiceStatus.ACTIVE);

        house.engine().stay("service/steady/pipeline");
        update("steady", "CURRENT_VERSION", pipelineSpec("release", A));
        house.runDueWork();
        assertThatThrownBy(() -> update("steady", "CURRENT_VERSION", pipelineSpec("x", A)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.deleteService(delete -> delete.name("steady")))
                .isInstanceOf(ConflictException.class);
        assertThat(sdk.cancelServicePipelineDeployment(cancel -> cancel.serviceName("steady"))
                        .pipeline()
                        .deploymentStatus())
                .isEqualTo(DeploymentStatus.CANCELLING);
        house.runDueWork();

        assertThat(pipeline("steady").deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(pipeline("steady").spec()).contains("main");
        house.engine().letFinish("service/steady/pipeline");
    }

    @Test
    void tellsWhatItPutOutAndProvisioned() {
        stories.pipelineService("tell", "piped", pipelineSpec("main", A));

        assertThat(sdk.listServicePipelineOutputs(list -> list.serviceName("tell"))
                        .outputs())
                .hasSize(1);
        assertThat(sdk.listServicePipelineProvisionedResources(list -> list.serviceName("tell"))
                        .provisionedResources())
                .hasSize(1);
    }

    @Test
    void doesNotExistWithoutATemplateThatHasOne() {
        assertThat(stories.service("plain").pipeline()).isNull();
        assertThatThrownBy(() -> update("plain", "NONE", serviceSpec(A))).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.listServicePipelineOutputs(list -> list.serviceName("plain")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.cancelServicePipelineDeployment(cancel -> cancel.serviceName("plain")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private ServicePipeline pipeline(String service) {
        return stories.service(service).pipeline();
    }

    private void update(String service, String type, String spec) {
        sdk.updateServicePipeline(
                update -> update.serviceName(service).deploymentType(type).spec(spec));
    }
}

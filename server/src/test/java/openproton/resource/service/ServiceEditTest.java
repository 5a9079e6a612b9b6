package openproton.resource.service;

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
import software.amazon.awssdk.services.proton.model.ServiceStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// UpdateService and every way it can end (docs/behaviour/lifecycle.md#editing-a-service).
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceEditTest {
    private static final String A = instance("a", "dev", 1);
    private static final String B = instance("b", "dev", 2);
    private static final String C = instance("c", "prod", 3);

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
    void addsAndRemovesInstancesAndTellsThePipeline() {
        stories.pipelineService("swap", "piped", pipelineSpec("main", A, B));
        edit("swap", pipelineSpec("main", A, C));
        assertThat(status("swap")).isEqualTo(ServiceStatus.UPDATE_IN_PROGRESS);
        assertThat(stories.service("swap").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(stories.instance("swap", "b").deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        assertThat(stories.instance("swap", "a").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);

        house.runDueWork();

        assertThat(status("swap")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.instances("swap")).containsExactly("a", "c");
        assertThat(stories.service("swap").spec()).contains("prod").doesNotContain("\"b\"", "name: b");
        assertThat(house.engine().built("service/swap/pipeline")).isEqualTo(2);
        assertThat(house.engine().built("service/swap/service-instance/a")).isEqualTo(1);
    }

    @Test
    void takesEverythingBackWhenANewInstanceFails() {
        stories.pipelineService("undo", "piped", pipelineSpec("main", A, B));
        String spec = stories.service("undo").spec();
        house.engine().fail("service/undo/service-instance/c", "no room");

        edit("undo", pipelineSpec("main", A, C, instance("d", "prod", 4)));
        house.runDueWork();

        assertThat(status("undo")).isEqualTo(ServiceStatus.UPDATE_FAILED_CLEANUP_COMPLETE);
        assertThat(stories.service("undo").statusMessage()).contains("no room");
        assertThat(stories.service("undo").spec()).isEqualTo(spec);
        assertThat(stories.instances("undo")).containsExactly("a", "b");
        assertThat(stories.instance("undo", "b").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.service("undo").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(house.engine().built("service/undo/pipeline")).isEqualTo(1);
        assertThat(house.engine().removed("service/undo/service-instance/d")).isEqualTo(1);
        edit("undo", pipelineSpec("main", A));
        house.runDueWork();
        assertThat(status("undo")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.instances("undo")).containsExactly("a");
    }

    @Test
    void keepsWhatCouldNotBeTakenBack() {
        stories.service("half", "web", serviceSpec(A));
        house.engine()
                .fail("service/half/service-instance/c", "no room")
                .failRemoval("service/half/service-instance/c", "glue");

        edit("half", serviceSpec(A, C));
        house.runDueWork();
        assertThat(status("half")).isEqualTo(ServiceStatus.UPDATE_FAILED_CLEANUP_FAILED);
        assertThat(stories.instance("half", "c").deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_FAILED);

        house.engine().letFinish("service/half/service-instance/c");
        edit("half", serviceSpec(A));
        house.runDueWork();
        assertThat(status("half")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.instances("half")).containsExactly("a");
    }

    @Test
    void triesLeftoversAgainWithTheNextUpdate() {
        stories.pipelineService("rest", "piped", pipelineSpec("main", A, B));
        house.engine().failRemoval("service/rest/service-instance/b", "glue");

        edit("rest", pipelineSpec("main", A));
        house.runDueWork();
        assertThat(status("rest")).isEqualTo(ServiceStatus.UPDATE_COMPLETE_CLEANUP_FAILED);
        assertThat(stories.service("rest").spec()).doesNotContain("name: b", "\"b\"");
        assertThat(stories.instance("rest", "b").deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_FAILED);
        assertThat(house.engine().built("service/rest/pipeline")).isEqualTo(2);

        house.engine().letFinish("service/rest/service-instance/b");
        edit("rest", pipelineSpec("main", A));
        house.runDueWork();
        assertThat(status("rest")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.instances("rest")).containsExactly("a");
    }

    @Test
    void failsWithoutGoingBackWhenThePipelineFails() {
        stories.pipelineService("pipe", "piped", pipelineSpec("main", A));
        house.engine().fail("service/pipe/pipeline", "burst");

        edit("pipe", pipelineSpec("main", A, C));
        house.runDueWork();

        assertThat(status("pipe")).isEqualTo(ServiceStatus.UPDATE_FAILED);
        assertThat(stories.service("pipe").statusMessage()).contains("burst");
        assertThat(stories.service("pipe").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(stories.instances("pipe")).containsExactly("a", "c");
    }

    @Test
    void changesOnlyTheSetOfInstances() {
        stories.pipelineService("fixed", "piped", pipelineSpec("main", A));

        refused("fixed", pipelineSpec("other", A), "UpdateServicePipeline");
        refused("fixed", pipelineSpec("main", instance("a", "dev", 9)), "UpdateServiceInstance");
        refused("fixed", pipelineSpec("main", instance("a", "prod", 1)), "environment");
        refused("fixed", "proton: ServiceSpec\npipeline: {branch: main}\ninstances: []\n", "at least one");
        refused("fixed", pipelineSpec("main", A, instance("n", "dev", 0)), "port");
        refused("fixed", "proton: EnvironmentSpec\nspec: {}\n", "ServiceSpec");
        assertThat(status("fixed")).isEqualTo(ServiceStatus.ACTIVE);
    }

    private void refused(String service, String spec, String naming) {
        assertThatThrownBy(() -> edit(service, spec))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(naming);
    }

    @Test
    void takesStoredValuesWhereTheSpecAsksForThem() {
        stories.pipelineService("stored", "piped", pipelineSpec("main", A));

        edit(
                "stored",
                pipelineSpec(
                        "${Proton::CURRENT_VAL}",
                        "  - {name: a, environment: dev, spec: {port: \"${Proton::CURRENT_VAL}\"}}\n",
                        C));
        house.runDueWork();

        assertThat(status("stored")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.service("stored").spec()).contains("main", "port: 1").doesNotContain("CURRENT_VAL");
    }

    @Test
    void blocksTheServiceAndWhatLeavesButNotWhatStays() {
        stories.pipelineService("block", "piped", pipelineSpec("main", A, B));
        house.engine().stay("service/block/service-instance/c");
        edit("block", pipelineSpec("main", A, C));
        house.runDueWork();

        assertThatThrownBy(() -> edit("block", pipelineSpec("main", A))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(
                        () -> sdk.updateService(update -> update.name("block").description("x")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.deleteService(delete -> delete.name("block")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> redeploy("block", "b")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.updateServicePipeline(update -> update.serviceName("block")
                        .deploymentType("CURRENT_VERSION")
                        .spec(pipelineSpec("x", A, B))))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.cancelServicePipelineDeployment(cancel -> cancel.serviceName("block")))
                .isInstanceOf(ConflictException.class);
        redeploy("block", "a");

        house.engine().letFinish("service/block/service-instance/c");
        house.runDueWork();
        assertThat(status("block")).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(house.engine().built("service/block/service-instance/a")).isEqualTo(2);
    }

    private void redeploy(String service, String instance) {
        sdk.updateServiceInstance(
                update -> update.serviceName(service).name(instance).deploymentType("CURRENT_VERSION"));
    }

    @Test
    void leavesABusyInstanceAlone() {
        stories.service("working", "web", serviceSpec(A, B));
        house.engine().stay("service/working/service-instance/b");
        redeploy("working", "b");

        assertThatThrownBy(() -> edit("working", serviceSpec(A))).isInstanceOf(ConflictException.class);

        house.engine().letFinish("service/working/service-instance/b");
        house.runDueWork();
        edit("working", serviceSpec(A));
        house.runDueWork();
        assertThat(stories.instances("working")).containsExactly("a");
    }

    @Test
    void changesADescriptionAtOnce() {
        stories.service("words", "web", serviceSpec(A));
        assertThat(sdk.updateService(update -> update.name("words").description("ours"))
                        .service()
                        .status())
                .isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.service("words").description()).isEqualTo("ours");
        assertThatThrownBy(() -> edit("unknown", serviceSpec(A))).isInstanceOf(ResourceNotFoundException.class);
    }

    private void edit(String service, String spec) {
        sdk.updateService(update -> update.name(service).spec(spec));
    }

    private ServiceStatus status(String service) {
        return stories.service(service).status();
    }
}

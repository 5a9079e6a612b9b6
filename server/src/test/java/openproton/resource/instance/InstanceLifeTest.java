package openproton.resource.instance;

import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import openproton.TestBundles;
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
import software.amazon.awssdk.services.proton.model.UpdateServiceInstanceRequest;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Instances by themselves: created, updated to other versions, cancelled.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstanceLifeTest {
    private static final String A = instance("a", "dev", 1);

    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void publish() {
        stories.usual();
        stories.publish(stories.registerService("web", "vpc", "1", TestBundles.service()));
        stories.publish(stories.registerService("web", "vpc", null, TestBundles.service()));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    /// A service whose instance `a` uses version 1.0.
    private void oldService(String name) {
        sdk.createService(create -> create.name(name)
                .templateName("web")
                .templateMajorVersion("1")
                .templateMinorVersion("0")
                .spec(serviceSpec(A)));
        house.runDueWork();
    }

    @Test
    void canBeAddedByItself() {
        oldService("grow");
        sdk.createServiceInstance(
                create -> create.serviceName("grow").name("b").spec(serviceSpec(A, instance("b", "prod", 2))));
        assertThat(stories.service("grow").status()).isEqualTo(ServiceStatus.UPDATE_IN_PROGRESS);
        assertThat(stories.instance("grow", "b").templateMinorVersion()).isEqualTo("1");
        assertThatThrownBy(() -> sdk.createServiceInstance(
                        create -> create.serviceName("grow").name("c").spec(serviceSpec(instance("c", "prod", 2)))))
                .isInstanceOf(ConflictException.class);

        house.runDueWork();
        assertThat(stories.service("grow").status()).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(stories.service("grow").spec()).contains("prod");
        assertThatThrownBy(() -> sdk.createServiceInstance(
                        create -> create.serviceName("grow").name("b").spec(serviceSpec(instance("b", "prod", 3)))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void isRefusedWithAReason() {
        oldService("strict");
        assertThatThrownBy(() -> sdk.createServiceInstance(
                        create -> create.serviceName("strict").name("b").spec(serviceSpec(A))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("'b'");
        assertThatThrownBy(() -> sdk.createServiceInstance(
                        create -> create.serviceName("nobody").name("b").spec(serviceSpec(A))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.createServiceInstance(create -> create.serviceName("strict")
                        .name("b")
                        .templateMinorVersion("0")
                        .spec(serviceSpec(instance("b", "dev", 1)))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("templateMajorVersion");
        assertThatThrownBy(() -> stories.instance("strict", "zzz")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void staysForInspectionWhenItsFirstDeploymentFails() {
        oldService("inspect");
        house.engine().fail("service/inspect/service-instance/b", "no");
        sdk.createServiceInstance(
                create -> create.serviceName("inspect").name("b").spec(serviceSpec(instance("b", "prod", 2))));
        house.runDueWork();

        assertThat(stories.instance("inspect", "b").deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(stories.service("inspect").status()).isEqualTo(ServiceStatus.UPDATE_FAILED);
    }

    @Test
    void followsMinorAndMajorVersionsOnRequest() {
        oldService("climb");
        update("climb", update -> update.deploymentType("MINOR_VERSION"));
        assertThat(stories.instance("climb", "a").templateMinorVersion()).isEqualTo("0");
        house.runDueWork();
        assertThat(stories.instance("climb", "a").templateMinorVersion()).isEqualTo("1");

        update(
                "climb",
                update -> update.deploymentType("MINOR_VERSION")
                        .templateMajorVersion("1")
                        .templateMinorVersion("0"));
        house.runDueWork();
        assertThat(stories.instance("climb", "a").templateMinorVersion()).isEqualTo("0");

        update("climb", update -> update.deploymentType("MAJOR_VERSION"));
        house.runDueWork();
        assertThat(stories.instance("climb", "a").templateMajorVersion()).isEqualTo("2");
        refused("climb", update -> update.deploymentType("MAJOR_VERSION"), "MAJOR_VERSION needs a higher one");
        refused("climb", update -> update.deploymentType("MAJOR_VERSION").templateMajorVersion("1"), "higher");
        refused("climb", update -> update.deploymentType("MINOR_VERSION").templateMajorVersion("1"), "stays");
        refused(
                "climb",
                update -> update.deploymentType("CURRENT_VERSION").templateMajorVersion("2"),
                "CURRENT_VERSION");
        assertThatThrownBy(() -> update(
                        "climb",
                        update -> update.deploymentType("MINOR_VERSION").templateMinorVersion("7")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void refused(String service, Consumer<UpdateServiceInstanceRequest.Builder> change, String naming) {
        assertThatThrownBy(() -> update(service, change))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(naming);
    }

    @Test
    void appliesOnlyItsOwnEntryOfTheSpec() {
        stories.pipelineService("own", "piped", pipelineSpec("main", A, instance("b", "dev", 2)));
        String spec = pipelineSpec("elsewhere", instance("a", "dev", 10), instance("b", "dev", 20));

        update("own", update -> update.deploymentType("CURRENT_VERSION").spec(spec));
        house.runDueWork();

        assertThat(stories.instance("own", "a").spec()).contains("10");
        assertThat(stories.service("own").spec())
                .contains("port: 10", "port: 2", "main")
                .doesNotContain("elsewhere");
        refused(
                "own",
                update -> update.deploymentType("CURRENT_VERSION").spec(serviceSpec(instance("b", "dev", 2))),
                "'a'");
        refused(
                "own",
                update -> update.deploymentType("CURRENT_VERSION").spec(serviceSpec(instance("a", "prod", 2))),
                "move");
        refused("own", update -> update.deploymentType("NONE").spec(serviceSpec(A)), "NONE");
    }

    @Test
    void isLeftAsItWasWhenItsUpdateIsCancelled() {
        oldService("stop");
        house.engine().stay("service/stop/service-instance/a");
        update("stop", update -> update.deploymentType("CURRENT_VERSION").spec(serviceSpec(instance("a", "dev", 99))));
        house.runDueWork();
        assertThatThrownBy(() -> update("stop", update -> update.deploymentType("CURRENT_VERSION")))
                .isInstanceOf(ConflictException.class);

        assertThat(cancel("stop")).isEqualTo(DeploymentStatus.CANCELLING);
        assertThatThrownBy(() -> cancel("stop")).isInstanceOf(ConflictException.class);
        house.runDueWork();

        var instance = stories.instance("stop", "a");
        assertThat(instance.deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(instance.deploymentStatusMessage()).isEqualTo("User initiated cancellation.");
        assertThat(instance.spec()).doesNotContain("99");
        assertThatThrownBy(() -> cancel("stop")).isInstanceOf(ConflictException.class);
        house.engine().letFinish("service/stop/service-instance/a");
    }

    @Test
    void cannotBeCancelledDuringItsFirstDeployment() {
        house.engine().stay("service/first/service-instance/a");
        stories.service("first", "web", serviceSpec(A));

        assertThatThrownBy(() -> cancel("first"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("first deployment");
        house.engine().letFinish("service/first/service-instance/a");
        house.runDueWork();
    }

    @Test
    void succeedsWhenItsUpdateWonTheRaceAgainstTheCancellation() {
        try (var racing = TestStories.open()) {
            racing.usual().service("race", "web", serviceSpec(A));
            racing.house().engine().stay("service/race/service-instance/a").finishInsteadOfCancelling();
            racing.sdk()
                    .updateServiceInstance(
                            update -> update.serviceName("race").name("a").deploymentType("CURRENT_VERSION"));
            racing.house().runDueWork();
            racing.sdk()
                    .cancelServiceInstanceDeployment(
                            cancel -> cancel.serviceName("race").serviceInstanceName("a"));
            racing.house().runDueWork();

            assertThat(racing.instance("race", "a").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        }
    }

    @Test
    void tellsWhatItPutOutAndProvisioned() {
        oldService("tell");

        assertThat(sdk.listServiceInstanceOutputs(
                                list -> list.serviceName("tell").serviceInstanceName("a"))
                        .outputs())
                .hasSize(1);
        assertThat(sdk.listServiceInstanceProvisionedResources(
                                list -> list.serviceName("tell").serviceInstanceName("a"))
                        .provisionedResources())
                .hasSize(1);
        assertThatThrownBy(() -> sdk.listServiceInstanceOutputs(
                        list -> list.serviceName("tell").serviceInstanceName("zzz")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private DeploymentStatus cancel(String service) {
        return sdk.cancelServiceInstanceDeployment(
                        cancel -> cancel.serviceName(service).serviceInstanceName("a"))
                .serviceInstance()
                .deploymentStatus();
    }

    private void update(String service, Consumer<UpdateServiceInstanceRequest.Builder> change) {
        sdk.updateServiceInstance(
                update -> update.serviceName(service).name("a").applyMutation(change));
    }
}

package openproton.resource.service;

import static openproton.TestStories.CONNECTION;
import static openproton.TestStories.ROLE;
import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import software.amazon.awssdk.services.proton.model.Service;
import software.amazon.awssdk.services.proton.model.ServiceStatus;
import software.amazon.awssdk.services.proton.model.ServiceSummary;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// How services come and go.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceLifeTest {
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
    void deploysItsInstancesFirstAndItsPipelineBehindThem() {
        house.engine().stay("service/shop/service-instance/a");
        stories.pipelineService(
                "shop", "piped", pipelineSpec("main", instance("a", "dev", 1), instance("b", "prod", 2)));

        Service waiting = stories.service("shop");
        assertThat(waiting.status()).isEqualTo(ServiceStatus.CREATE_IN_PROGRESS);
        assertThat(waiting.pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(house.engine().built("service/shop/service-instance/b")).isEqualTo(1);
        assertThat(house.engine().built("service/shop/pipeline")).isZero();

        house.engine().letFinish("service/shop/service-instance/a");
        house.runDueWork();
        Service deployed = stories.service("shop");
        assertThat(deployed.status()).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(deployed.pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(deployed.pipeline().arn()).isEqualTo(TestStories.ACCOUNT + "service/shop/pipeline");
        assertThat(deployed.repositoryId()).isEqualTo("shop/code");
        assertThat(stories.instances("shop")).containsExactly("a", "b");
    }

    @Test
    void saysWhichInstancesKeptItsPipelineFromDeploying() {
        house.engine().fail("service/poor/service-instance/a", "out of money");
        stories.pipelineService(
                "poor", "piped", pipelineSpec("main", instance("a", "dev", 1), instance("b", "dev", 2)));

        Service failed = stories.service("poor");
        String arn = TestStories.ACCOUNT + "service/poor/service-instance/a";
        assertThat(failed.status()).isEqualTo(ServiceStatus.CREATE_FAILED);
        assertThat(failed.pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.pipeline().deploymentStatusMessage())
                .isEqualTo("Service Instance(s): [%s] failed to deploy - canceling pipeline deployment", arn);
        assertThat(stories.instance("poor", "a").deploymentStatusMessage()).isEqualTo("out of money");
        assertThat(stories.instance("poor", "b").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(house.engine().built("service/poor/pipeline")).isZero();
    }

    @Test
    void failsWhenItsPipelineFailsAndCanBeDeletedThen() {
        house.engine().fail("service/leaky/pipeline", "no pipe");
        stories.pipelineService("leaky", "piped", pipelineSpec("main", instance("a", "dev", 1)));
        assertThat(stories.service("leaky").status()).isEqualTo(ServiceStatus.CREATE_FAILED);
        assertThat(stories.service("leaky").statusMessage()).contains("no pipe");

        sdk.deleteService(delete -> delete.name("leaky"));
        house.runDueWork();

        assertThatThrownBy(() -> stories.service("leaky")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void removesItsPipelineBeforeItsInstances() {
        stories.pipelineService("tidy", "piped", pipelineSpec("main", instance("a", "dev", 1)));
        house.engine().stay("service/tidy/pipeline");
        assertThat(sdk.deleteService(delete -> delete.name("tidy")).service().status())
                .isEqualTo(ServiceStatus.DELETE_IN_PROGRESS);
        house.runDueWork();
        assertThat(house.engine().removed("service/tidy/service-instance/a")).isZero();
        assertThatThrownBy(() -> stories.startService("tidy", "web", serviceSpec(instance("a", "dev", 1))))
                .isInstanceOf(ConflictException.class);

        house.engine().letFinish("service/tidy/pipeline");
        house.runDueWork();
        assertThat(house.engine().removed("service/tidy/service-instance/a")).isEqualTo(1);
        assertThatThrownBy(() -> stories.service("tidy")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> stories.instance("tidy", "a")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void triesOnlyWhatIsLeftWhenItsDeletionIsRepeated() {
        stories.service("sticky", "web", serviceSpec(instance("a", "dev", 1), instance("b", "dev", 2)));
        house.engine().failRemoval("service/sticky/service-instance/a", "glue");
        sdk.deleteService(delete -> delete.name("sticky"));
        house.runDueWork();

        assertThat(stories.service("sticky").status()).isEqualTo(ServiceStatus.DELETE_FAILED);
        assertThat(stories.service("sticky").statusMessage()).contains("service/sticky/service-instance/a");
        assertThat(stories.instances("sticky")).containsExactly("a");
        assertThatThrownBy(() ->
                        sdk.updateService(update -> update.name("sticky").spec(serviceSpec(instance("a", "dev", 1)))))
                .isInstanceOf(ConflictException.class);

        house.engine().letFinish("service/sticky/service-instance/a");
        sdk.deleteService(delete -> delete.name("sticky"));
        house.runDueWork();
        assertThatThrownBy(() -> stories.service("sticky")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(house.engine().removed("service/sticky/service-instance/b")).isEqualTo(1);
    }

    @Test
    void isRefusedWithoutLeavingAnythingBehind() {
        refusedAsInvalid(serviceSpec(instance("a", "dev", 0)), "port");
        refusedAsInvalid("proton: ServiceSpec\ninstances: []\n", "at least one instance");
        refusedAsInvalid(serviceSpec(instance("a", "dev", 1), instance("a", "prod", 1)), "'a'");
        refusedAsInvalid("proton: ServiceSpec\npipeline: {}\ninstances:\n" + instance("a", "dev", 1), "pipeline");
        refusedAsInvalid(
                serviceSpec("  - {name: a, environment: dev, spec: {port: \"${Proton::CURRENT_VAL}\"}}\n"),
                "CURRENT_VAL");
        assertThatThrownBy(() -> stories.startService("x", "web", serviceSpec(instance("a", "nowhere", 1))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> stories.startService("x", "none", serviceSpec(instance("a", "dev", 1))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> stories.startPipelineService("x", "web", serviceSpec(instance("a", "dev", 1))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("repositoryConnectionArn, repositoryId, branchName");
        assertThatThrownBy(() -> stories.startService("x", "piped", pipelineSpec("m", instance("a", "dev", 1))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("needs repositoryConnectionArn");
        assertThatThrownBy(() -> stories.service("x")).isInstanceOf(ResourceNotFoundException.class);
    }

    private void refusedAsInvalid(String spec, String naming) {
        assertThatThrownBy(() -> stories.startService("x", "web", spec))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(naming);
    }

    @Test
    void needsAnEnvironmentThatItsTemplateIsCompatibleWith() {
        stories.environmentTemplate("other").environment("foreign", "other");

        assertThatThrownBy(() -> stories.startService("x", "web", serviceSpec(instance("a", "foreign", 1))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("not compatible");
    }

    @Test
    void needsTheRoleOfItsPipelineInTheAccountSettings() {
        sdk.updateAccountSettings(update -> update.pipelineCodebuildRoleArn(""));

        assertThatThrownBy(() -> sdk.createService(create -> create.name("roleless")
                        .templateName("piped")
                        .templateMajorVersion("1")
                        .repositoryConnectionArn(CONNECTION)
                        .repositoryId("shop/code")
                        .branchName("main")
                        .spec(pipelineSpec("main", instance("a", "dev", 1)))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("pipeline roles are not configured")
                .hasMessageContaining("pipelineCodebuildRoleArn");

        sdk.updateAccountSettings(update -> update.pipelineCodebuildRoleArn(ROLE));
    }

    @Test
    void canUseADraftThatIsNamedButNeverByDefault() {
        stories.registerService("web", "vpc", "1", TestBundles.service());
        stories.service("plain", "web", serviceSpec(instance("a", "dev", 1)));
        sdk.createService(create -> create.name("brave")
                .templateName("web")
                .templateMajorVersion("1")
                .templateMinorVersion("1")
                .spec(serviceSpec(instance("a", "dev", 1))));
        house.runDueWork();

        assertThat(stories.instance("plain", "a").templateMinorVersion()).isEqualTo("0");
        assertThat(stories.instance("brave", "a").templateMinorVersion()).isEqualTo("1");
    }

    @Test
    void areListedByName() {
        stories.service("list-b", "web", serviceSpec(instance("a", "dev", 1)));
        stories.service("list-a", "web", serviceSpec(instance("a", "dev", 1)));

        assertThat(sdk.listServices(list -> {}).services())
                .extracting(ServiceSummary::name)
                .isSorted()
                .contains("list-a", "list-b");
    }
}

package openproton.resource.environment;

import static openproton.TestStories.ROLE;
import static openproton.TestStories.environmentSpec;
import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// The life of environments, from the first deployment to the last.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvironmentLifeTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @BeforeAll
    void publish() {
        stories.environmentTemplate("vpc").serviceTemplate("web", "vpc");
        sdk.createEnvironmentTemplate(create -> create.name("own").provisioning("CUSTOMER_MANAGED"));
        stories.publish(stories.registerEnvironment("own", null, TestBundles.customerManagedEnvironment()));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void answersAtOnceAndDeploysLater() {
        stories.startEnvironment("later", "vpc");
        Environment started = get("later");
        assertThat(started.deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(started.lastDeploymentSucceededAt()).isNull();
        assertThat(started.templateMinorVersion()).isEqualTo("0");

        house.runDueWork();

        Environment deployed = get("later");
        assertThat(deployed.deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(deployed.lastDeploymentSucceededAt()).isEqualTo(deployed.lastDeploymentAttemptedAt());
        assertThat(deployed.lastSucceededDeploymentId()).isEqualTo(deployed.lastAttemptedDeploymentId());
        assertThat(house.engine().built("environment/later")).isEqualTo(1);
    }

    @Test
    void showsOutputsAndResourcesOfTheLastSuccess() {
        house.engine().finish("environment/outputs", Map.of("vpc", "v-1"));
        stories.environment("outputs", "vpc");
        String first = get("outputs").lastSucceededDeploymentId();
        house.engine().letFinish("environment/outputs");
        redeploy("outputs", "south");

        assertThat(sdk.listEnvironmentOutputs(list -> list.environmentName("outputs"))
                        .outputs())
                .extracting(Output::valueString)
                .containsExactly("https://AWSProton-outputs");
        assertThat(sdk.listEnvironmentOutputs(
                                list -> list.environmentName("outputs").deploymentId(first))
                        .outputs())
                .extracting(Output::valueString)
                .containsExactly("v-1");
        assertThat(sdk.listEnvironmentProvisionedResources(list -> list.environmentName("outputs"))
                        .provisionedResources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.name()).isEqualTo("AWSProton-outputs"));
        assertThatThrownBy(() -> sdk.listEnvironmentOutputs(
                        list -> list.environmentName("outputs").deploymentId("00000000-0000-4000-8000-ffffffffffff")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void keepsTheOldSpecUntilAnUpdateSucceeds() {
        stories.environment("steady", "vpc");
        house.engine().fail("environment/steady", "no more zones");
        sdk.updateEnvironment(update ->
                update.name("steady").deploymentType("CURRENT_VERSION").spec(environmentSpec("south")));
        assertThat(get("steady").spec()).contains("north");
        house.runDueWork();

        Environment failed = get("steady");
        assertThat(failed.deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.deploymentStatusMessage()).isEqualTo("no more zones");
        assertThat(failed.spec()).contains("north");
        assertThat(sdk.listEnvironmentOutputs(list -> list.environmentName("steady"))
                        .outputs())
                .hasSize(1);

        house.engine().letFinish("environment/steady");
        redeploy("steady", "south");
        assertThat(get("steady").spec()).contains("south");
        assertThat(get("steady").deploymentStatusMessage()).isNull();
    }

    @Test
    void canBeUpdatedAfterAFailedFirstDeployment() {
        house.engine().fail("environment/second-try", "bad day");
        stories.environment("second-try", "vpc");
        assertThat(stories.environmentStatus("second-try")).isEqualTo(DeploymentStatus.FAILED);

        house.engine().letFinish("environment/second-try");
        redeploy("second-try", "south");

        assertThat(stories.environmentStatus("second-try")).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void isRefusedWithEverythingThatIsWrong() {
        assertThatThrownBy(() -> create("x", "nothing", environmentSpec("a")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> create("x", "vpc", environmentSpec("far-too-long-a-zone")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("zone")
                .hasMessageContaining("10");
        assertThatThrownBy(() -> create("x", "vpc", "proton: EnvironmentSpec\nspec: {zone: [1]}"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("zone")
                .hasMessageContaining("string");
        assertThatThrownBy(() -> create("x", "vpc", "proton: ServiceSpec"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("EnvironmentSpec");
        assertThatThrownBy(() -> create("x", "vpc", environmentSpec("${Proton::CURRENT_VAL}")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("CURRENT_VAL");
        assertThatThrownBy(() -> sdk.createEnvironment(create -> create.name("x")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .spec(environmentSpec("a"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("codebuildRoleArn is required");
        assertThatThrownBy(() -> get("x")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void namesEveryMemberThatBreaksItsShape() {
        var answer = house.call("CreateEnvironment", """
            {"name": "-x", "templateName": "vpc", "templateMajorVersion": "01"}
            """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("ValidationException");
        assertThat(answer.text("message")).contains("name", "templateMajorVersion", "spec");
    }

    @Test
    void isBusyForEveryoneWhileItDeploys() {
        house.engine().stay("environment/busy");
        stories.environment("busy", "vpc");

        assertThatThrownBy(() -> redeploy("busy", "south")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> sdk.updateEnvironment(
                        update -> update.name("busy").deploymentType("NONE").description("x")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("IN_PROGRESS");
        assertThatThrownBy(() -> sdk.deleteEnvironment(delete -> delete.name("busy")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> stories.startService("early", "web", serviceSpec(instance("a", "busy", 1))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("busy");
        assertThatThrownBy(() -> stories.service("early")).isInstanceOf(ResourceNotFoundException.class);

        house.engine().letFinish("environment/busy");
        house.runDueWork();
        assertThat(stories.environmentStatus("busy")).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void changesOnlyItsDescriptionWithoutADeployment() {
        stories.environment("described", "vpc");
        Instant attempted = get("described").lastDeploymentAttemptedAt();

        sdk.updateEnvironment(
                update -> update.name("described").deploymentType("NONE").description("ours"));

        assertThat(get("described").description()).isEqualTo("ours");
        assertThat(get("described").lastDeploymentAttemptedAt()).isEqualTo(attempted);
        assertThatThrownBy(() -> sdk.updateEnvironment(update ->
                        update.name("described").deploymentType("NONE").spec(environmentSpec("x"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("NONE");
        assertThatThrownBy(() -> sdk.updateEnvironment(update -> update.name("described")
                        .deploymentType("CURRENT_VERSION")
                        .templateMinorVersion("0")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("CURRENT_VERSION");
    }

    @Test
    void takesTheStoredValueWhereTheSpecAsksForIt() {
        stories.environment("current", "vpc");

        redeploy("current", "${Proton::CURRENT_VAL}");

        assertThat(get("current").spec()).contains("north").doesNotContain("CURRENT_VAL");
    }

    @Test
    void isRemovedWithItsInfrastructureAndCanBeRemovedAgainAfterAFailure() {
        stories.environment("leaving", "vpc");
        house.engine().failRemoval("environment/leaving", "bucket is not empty");

        assertThat(sdk.deleteEnvironment(delete -> delete.name("leaving"))
                        .environment()
                        .deploymentStatus())
                .isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        house.runDueWork();
        assertThat(get("leaving").deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_FAILED);
        assertThat(get("leaving").deploymentStatusMessage()).isEqualTo("bucket is not empty");
        assertThatThrownBy(() -> redeploy("leaving", "south")).isInstanceOf(ConflictException.class);

        house.engine().letFinish("environment/leaving");
        sdk.deleteEnvironment(delete -> delete.name("leaving"));
        house.runDueWork();
        assertThatThrownBy(() -> get("leaving")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(sdk.deleteEnvironment(delete -> delete.name("leaving")).environment())
                .isNull();
        assertThat(house.engine().removed("environment/leaving")).isEqualTo(2);
    }

    @Test
    void staysWhileAnInstanceIsDeployedToIt() {
        stories.environment("used", "vpc").service("tenant", "web", serviceSpec(instance("a", "used", 1)));

        assertThatThrownBy(() -> sdk.deleteEnvironment(delete -> delete.name("used")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("tenant");
    }

    @Test
    void ofTheCustomerHasItsSpecAsOutputs() {
        sdk.createEnvironment(create -> create.name("owned")
                .templateName("own")
                .templateMajorVersion("1")
                .protonServiceRoleArn(ROLE)
                .spec(environmentSpec("east")));

        assertThat(get("owned").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(get("owned").provisioningAsString()).isEqualTo("CUSTOMER_MANAGED");
        assertThat(outputs("owned")).containsExactly("east");
        redeploy("owned", "west");
        assertThat(outputs("owned")).containsExactly("west");
        sdk.deleteEnvironment(delete -> delete.name("owned"));
        house.runDueWork();
        assertThatThrownBy(() -> get("owned")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(house.engine().orders())
                .noneMatch(order -> order.resourceArn().endsWith("/owned"));
    }

    private List<String> outputs(String environment) {
        return sdk.listEnvironmentOutputs(list -> list.environmentName(environment)).outputs().stream()
                .map(Output::valueString)
                .toList();
    }

    private void create(String name, String template, String spec) {
        sdk.createEnvironment(create -> create.name(name)
                .templateName(template)
                .templateMajorVersion("1")
                .codebuildRoleArn(ROLE)
                .spec(spec));
    }

    private Environment get(String name) {
        return sdk.getEnvironment(get -> get.name(name)).environment();
    }

    private void redeploy(String name, String zone) {
        sdk.updateEnvironment(
                update -> update.name(name).deploymentType("CURRENT_VERSION").spec(environmentSpec(zone)));
        house.runDueWork();
    }
}

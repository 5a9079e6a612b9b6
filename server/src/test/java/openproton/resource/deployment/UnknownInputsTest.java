package openproton.resource.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import openproton.TestStories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.Deployment;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.ServiceInstance;

/// Inputs that a schema does not know are left out, and the deployment says so
/// (docs/behaviour/schemas-and-specs.md#unknown-inputs).
@SuppressWarnings("deprecation")
class UnknownInputsTest {
    private static final String TYPO = "Input 'zon' is not in the template's schema and is ignored";

    private final TestStories stories = TestStories.open().usual();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void anEnvironmentSaysWhatItLeftOutUntilItsSpecIsRight() {
        update(TestStories.environmentSpec("north").replace("spec: {", "spec: {zon: south, "));

        assertThat(dev().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(dev().deploymentStatusMessage()).startsWith(TYPO).contains("'zone'");
        assertThat(newest().deploymentStatusMessage()).startsWith(TYPO);
        assertThat(stories.house().engine().orders().getLast().files().text("proton-inputs.json"))
                .hasValueSatisfying(inputs -> assertThat(inputs).doesNotContain("zon\""));

        update(TestStories.environmentSpec("south"));
        assertThat(dev().deploymentStatusMessage()).isNull();
    }

    @Test
    void anInstanceSaysWhatItLeftOut() {
        String spec = TestStories.serviceSpec(TestStories.instance("a", "dev", 80));
        stories.service("shop", "web", spec.replace("port: 80", "port: 80, prt: 81"));

        ServiceInstance instance = stories.instance("shop", "a");
        assertThat(instance.deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(instance.deploymentStatusMessage()).contains("'prt'").contains("'port'");
        assertThat(stories.service("shop").statusMessage()).isNull();
    }

    @Test
    void aFailureIsNotHiddenByWhatWasLeftOut() {
        stories.house().engine().fail("environment/dev", "no space left");
        update(TestStories.environmentSpec("north").replace("spec: {", "spec: {zon: south, "));

        assertThat(dev().deploymentStatusMessage()).isEqualTo("no space left");
    }

    private void update(String spec) {
        stories.sdk()
                .updateEnvironment(update ->
                        update.name("dev").deploymentType("CURRENT_VERSION").spec(spec));
        stories.house().runDueWork();
    }

    private Environment dev() {
        return stories.sdk().getEnvironment(get -> get.name("dev")).environment();
    }

    private Deployment newest() {
        return stories.sdk()
                .getDeployment(get -> get.id(dev().lastAttemptedDeploymentId()))
                .deployment();
    }
}

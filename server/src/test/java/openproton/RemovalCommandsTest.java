package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.proton.model.DeploymentSummary;

/// `openproton rollback`, `delete --force` and components as a kind, called against a house.
@SuppressWarnings("deprecation")
class RemovalCommandsTest {
    private final TestStories stories = TestStories.open()
            .usual()
            .service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aRollbackSaysWhatItBringsBackAndStartsIt() {
        String first = deployments().getFirst().id();
        stories.sdk()
                .updateServiceInstance(update -> update.serviceName("shop")
                        .name("a")
                        .deploymentType("CURRENT_VERSION")
                        .spec(TestStories.serviceSpec(TestStories.instance("a", "dev", 90))));
        stories.house().runDueWork();

        var rollback = plays("rollback", first, "--yes", "--no-wait");
        stories.house().runDueWork();

        assertThat(rollback.status()).as(rollback.problems()).isZero();
        assertThat(rollback.problems())
                .contains("instance a of service 'shop': version web:1.0, created at 2026-11-21T", "SUCCEEDED")
                .contains("The deployment was started.");
        assertThat(stories.sdk()
                        .getServiceInstance(get -> get.serviceName("shop").name("a"))
                        .serviceInstance()
                        .spec())
                .contains("port: 80");
        assertThat(deployments()).hasSize(3);
    }

    @Test
    void withoutATerminalARollbackHasToBeAgreedToBefore() {
        var rollback = plays("rollback", deployments().getFirst().id());

        assertThat(rollback.status()).isEqualTo(2);
        assertThat(rollback.problems()).contains("add --yes to roll instance a of service 'shop' back");
        assertThat(deployments()).hasSize(1);
    }

    @Test
    void aDeploymentThatIsNotThereCannotBeRolledBackTo() {
        var rollback = plays("rollback", "6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c", "--yes");

        assertThat(rollback.status()).isEqualTo(1);
        assertThat(rollback.problems()).contains("6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c", "does not exist");
    }

    @Test
    void whatCannotBeRemovedIsForgottenWithForce() {
        stories.house().engine().failRemoval("environment/prod", "the bucket is not empty");
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        stories.house().runDueWork();

        assertThat(plays("status", "environment", "prod").results()).containsOnlyOnce("the bucket is not empty");
        var asked = plays("delete", "environment", "prod", "--force");
        var forced = plays("delete", "environment", "prod", "--force", "--yes");

        assertThat(asked.status()).isEqualTo(2);
        assertThat(asked.problems()).contains("cannot ask for confirmation without a terminal");
        assertThat(forced.status()).isZero();
        assertThat(forced.problems()).contains("environment 'prod' was forgotten", "These resources may still exist");
        assertThat(forced.results()).contains("AWSProton-prod", "CLOUDFORMATION");
        assertThat(plays("status", "environment", "prod").problems()).contains("there is no environment 'prod'");
    }

    @Test
    void forceIsRefusedBeforeADeletionFailed() {
        var forced = plays("delete", "service", "shop", "--force", "--yes");

        assertThat(forced.status()).isEqualTo(1);
        assertThat(forced.problems()).contains("delete it first");
    }

    @Test
    void componentsAreAKindLikeTheOthers() {
        stories.sdk()
                .updateEnvironment(update -> update.name("dev")
                        .deploymentType("NONE")
                        .componentRoleArn("arn:aws:iam::000000000000:role/components"));
        stories.sdk()
                .createComponent(create -> create.name("jobs")
                        .environmentName("dev")
                        .manifest("infrastructure:\n  templates:\n    - {file: q.yaml, rendering_engine: jinja,"
                                + " template_language: cloudformation}\n")
                        .templateFile("Resources: {Q: {Type: 'AWS::SQS::Queue'}}"));
        stories.house().runDueWork();

        assertThat(plays("status").results()).containsPattern("component +jobs +\\(detached\\) +SUCCEEDED +dev");
        assertThat(plays("status", "component", "jobs").results())
                .containsPattern("component jobs +SUCCEEDED")
                .contains("https://AWSProton-");
        assertThat(plays("logs", "component", "jobs").status()).isZero();
        assertThat(plays("plan", "component", "jobs").results()).contains("component jobs", "files: no difference");
        assertThat(plays("delete", "component", "nothing", "--yes").problems())
                .contains("there is no component 'nothing'");
    }

    /// Those of the instance, oldest first.
    private List<DeploymentSummary> deployments() {
        return stories.sdk()
                .listDeployments(list -> list.serviceName("shop").serviceInstanceName("a"))
                .deployments()
                .reversed();
    }

    private Stage.Played plays(Object... parts) {
        return Stage.of(stories.house(), folder).plays(parts);
    }
}

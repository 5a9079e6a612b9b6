package openproton.resource.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import openproton.TestStories;
import openproton.WireAnswer;
import openproton.base.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ServiceStatus;

@SuppressWarnings("deprecation")
class ForceDeleteTest {
    private final TestStories stories = TestStories.open().usual();

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void anEnvironmentThatCannotBeRemovedIsForgottenAndNamesWhatIsLeft() {
        failToDelete();

        WireAnswer answer = force("default", "environment/dev");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("AWSProton-dev");
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> stories.environmentStatus("dev"));
        stories.environment("dev", "vpc");
        assertThat(stories.environmentStatus("dev")).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void theRecordOfTheForcedDeletionStays() {
        failToDelete();
        force("default", "environment/dev");

        assertThat(stories.sdk()
                        .listDeployments(list -> list.environmentName("dev"))
                        .deployments())
                .first()
                .satisfies(newest -> assertThat(newest.deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_COMPLETE));
    }

    @Test
    void whatWasNotTriedToBeDeletedIsRefused() {
        WireAnswer answer = force("default", "environment/dev");

        assertThat(answer.error()).isEqualTo("ConflictException");
        assertThat(answer.text("message")).contains("delete it first");
        assertThat(force("default", "environment/nowhere").error()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void onlyAdministratorsMay() {
        failToDelete();

        assertThat(force("developer", "environment/dev").error()).isEqualTo("AccessDeniedException");
        assertThat(force("readonly", "environment/dev").error()).isEqualTo("AccessDeniedException");
    }

    @Test
    void aServiceGoesWithThePartsThatWouldNotGo() {
        stories.service(
                "shop",
                "web",
                TestStories.serviceSpec(TestStories.instance("a", "dev", 80), TestStories.instance("b", "prod", 81)));
        stories.house().engine().failRemoval("service/shop/service-instance/a", "the bucket is not empty");
        stories.sdk().deleteService(delete -> delete.name("shop"));
        stories.house().runDueWork();
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.DELETE_FAILED);

        assertThat(force("default", "service/shop").status()).isEqualTo(200);

        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> stories.service("shop"));
        assertThat(stories.sdk().listServiceInstances(list -> {}).serviceInstances())
                .isEmpty();
    }

    private void failToDelete() {
        stories.house().engine().failRemoval("environment/dev", "the bucket is not empty");
        stories.sdk().deleteEnvironment(delete -> delete.name("dev"));
        stories.house().runDueWork();
        assertThat(stories.environmentStatus("dev")).isEqualTo(DeploymentStatus.DELETE_FAILED);
    }

    private WireAnswer force(String profile, String resource) {
        return stories.house()
                .callAs(profile, "ForceDelete", Json.write(Map.of("resourceArn", TestStories.ACCOUNT + resource)));
    }
}

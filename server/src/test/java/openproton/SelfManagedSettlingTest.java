package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceDeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;

/// A deployment that its automation ends badly before the merge leaves no proposal that somebody could still merge.
@SuppressWarnings("deprecation")
class SelfManagedSettlingTest extends SelfManagedStories {
    private static final String JOBS = "SELECT count(*) AS n FROM scheduled_tasks WHERE task_name = 'deploy'";

    @Test
    void aFailureBeforeTheMergeTakesTheProposalBack() {
        create();
        String id = environment().lastAttemptedDeploymentId();
        fail("the plan is wrong");
        pass();

        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(environment().deploymentStatusMessage()).isEqualTo("the plan is wrong");
        assertThat(environment().lastAttemptedDeploymentId()).isEqualTo(id);
        assertThat(proposals()).isEmpty();
        assertThat(log()).contains("closed without being merged");
        fail("the plan is wrong");
    }

    /// Some apply a request before they merge it.
    @Test
    void aSuccessBeforeTheMergeLeavesTheProposal() {
        create();
        String branch = proposal();
        succeed(ENVIRONMENT, deploymentId(branch, "prod"), "zone", "north");
        pass();

        assertThat(status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(proposals()).containsExactly(branch);
        assertThat(jobs()).isZero();
    }

    @Test
    void aDeletionThatFailsBeforeTheMergeTakesTheProposalBack() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        fail("something is in the way");
        pass();

        assertThat(status()).isEqualTo(DeploymentStatus.DELETE_FAILED);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void aDeletionThatIsOverBeforeTheMergeLeavesTheProposal() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        stories.sdk()
                .notifyResourceDeploymentStatusChange(
                        notify -> notify.resourceArn(ENVIRONMENT).status(ResourceDeploymentStatus.SUCCEEDED));
        pass();

        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
        assertThat(proposals()).hasSize(1);
    }

    @Test
    void anEndBeforeTheFirstLookIsNotProposed() {
        stories.sdk()
                .createEnvironment(create -> create.name("prod")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .provisioningRepository(branch("shop/infra"))
                        .spec(TestStories.environmentSpec("north")));
        fail("never mind");
        pass();

        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void aCrashAfterTheNotificationForgetsNothing() {
        create();
        fail("the plan is wrong");
        assertThat(proposals()).hasSize(1);

        try (var next = TestHouse.proposing(world)) {
            next.passTime(Duration.ofSeconds(5));
        }

        assertThat(proposals()).isEmpty();
    }

    @Test
    void aRecordThatIsDeletedAtOnceStopsNothing() {
        create();
        String id = environment().lastAttemptedDeploymentId();
        fail("the plan is wrong");
        stories.house().call("DeleteDeployment", "{\"id\": \"%s\"}".formatted(id));
        stories.house().runDueWork();

        assertThat(jobs()).isZero();
    }

    private long jobs() {
        return stories.house()
                .database()
                .read(tx -> tx.find(JOBS, row -> row.number("n")))
                .orElseThrow();
    }
}

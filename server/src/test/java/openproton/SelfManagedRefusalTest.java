package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;

/// What becomes of proposals that are turned down or cancelled, or whose automation fails.
@SuppressWarnings("deprecation")
class SelfManagedRefusalTest extends SelfManagedStories {
    @Test
    void aProposalThatIsTurnedDownCancelsItsDeployment() {
        create();
        repository.delete(proposal());
        pass();

        assertThat(environment().deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(environment().deploymentStatusMessage()).contains("closed without being merged");

        update("east");
        repository.delete(proposal());
        pass();
        assertThat(environment().deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);

        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void whatAFailureMayHaveLeftIsRemovedThoughALaterProposalWasTurnedDown() {
        create();
        accept(proposal());
        fail("no more addresses");
        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        update("east");
        repository.delete(proposal());
        pass();

        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        assertThat(proposals()).hasSize(1);
    }

    @Test
    void cancellingClosesTheProposal() {
        deployed();
        update("south");
        assertThat(proposals()).hasSize(1);

        stories.sdk().cancelEnvironmentDeployment(cancel -> cancel.environmentName("prod"));
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void aFailureOfTheAutomationIsTheFailureOfTheDeployment() {
        create();
        accept(proposal());
        fail("no more addresses");

        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(environment().deploymentStatusMessage()).isEqualTo("no more addresses");
    }

    @Test
    void aDeletionThatIsTurnedDownFailsAndCanBeAskedForAgain() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        repository.delete(proposal());
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.DELETE_FAILED);

        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        accept(proposal());
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
    }
}

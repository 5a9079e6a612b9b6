package openproton.cli.command.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineRepositoryTest {
    private static final String ARN = "arn:aws:proton:eu-west-1:123456789012:service-template/web";

    @Test
    void aRepositoryHasABranchAndAConnectionByDefault() {
        var repository = new PipelineRepository(Optional.of("me/shop"), Optional.empty(), Optional.empty());

        assertThat(repository.branchName()).contains("main");
        assertThat(repository.connectionArn(ARN))
                .contains(
                        "arn:aws:codestar-connections:us-east-1:123456789012:connection/00000000-0000-0000-0000-000000000000");
    }

    @Test
    void givenValuesComeFirst() {
        var repository = new PipelineRepository(Optional.of("me/shop"), Optional.of("next"), Optional.of("arn:mine"));

        assertThat(repository.branchName()).contains("next");
        assertThat(repository.connectionArn(ARN)).contains("arn:mine");
    }

    @Test
    void withoutARepositoryThereIsNeitherBranchNorConnection() {
        var none = new PipelineRepository(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(none.branchName()).isEmpty();
        assertThat(none.connectionArn(ARN)).isEmpty();
    }
}

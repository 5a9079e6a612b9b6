package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The pull-request cycle in one command: a real server, a real repository, and Terraform where it is found.
class SelfManagedQuickstartTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void showsTheCyclePicksUpWhereItWasAndCleansUp() {
        var stage = new Stage(folder, Map.of());

        var first = play(stage, "--once");
        assertThat(first.status()).as(first.problems()).isZero();
        assertThat(first.results())
                .contains("+++ b/reviewed/.proton/deployment-metadata.json", "+resource \"terraform_data\" \"network\"")
                .contains("Pretended");
        assertThat(first.problems())
                .contains("The environment is still IN_PROGRESS", "only pretends", "The environment is SUCCEEDED");

        var second = play(stage, "--once");
        assertThat(second.status()).as(second.problems()).isZero();
        assertThat(second.problems()).contains("The environment exists already");
        assertThat(second.results()).contains("Pretended");

        var end = play(stage, "--clean-up");
        assertThat(end.status()).as(end.problems()).isZero();
        assertThat(end.problems()).contains("merging the removal", "The environment was deleted");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    @EnabledIf("openproton.render.terraform.RealTerraform#isThere")
    void theAutomationAppliesAndDestroysForReal() {
        var stage = new Stage(folder, Map.of("PATH", System.getenv("PATH")));

        var first = play(stage, "--once");
        assertThat(first.status()).as(first.problems()).isZero();
        assertThat(first.results()).contains("10.20.0.0/20,10.20.16.0/20,10.20.32.0/20");
        assertThat(first.problems()).contains("Apply complete! Resources: 4 added");

        var end = play(stage, "--clean-up");
        assertThat(end.status()).as(end.problems()).isZero();
        assertThat(end.problems()).contains("Destroy complete! Resources: 4 destroyed");
    }

    private static Stage.Played play(Stage stage, String how) {
        return stage.plays("quickstart", "--self-managed", "--data", "data", "--port", "0", how);
    }
}

package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.ProvisionedResource;

/// A whole server and a real Terraform: from the first apply to the destruction, and what goes wrong in between.
@SuppressWarnings("deprecation")
@EnabledIf("openproton.render.terraform.RealTerraform#isThere")
class TerraformHouseTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static final String REPLACED = "# terraform_data.zone must be replaced";
    private static final String EXECUTING = "(local-exec): Executing";

    @TempDir
    private Path data = Path.of("");

    private RealServer server;

    @BeforeEach
    void start() {
        server = new RealServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// An environment of one resource with the spec's zone; `command` is run whenever it is made anew.
    private static byte[] bundle(String command) {
        return TestBundles.terraformEnvironment("""
            resource "terraform_data" "zone" {
              input            = var.environment.inputs.zone
              triggers_replace = var.environment.inputs.zone == "south" ? "moved" : "stays"
              provisioner "local-exec" {
                command = "%s"
              }
            }

            output "zone" {
              value = terraform_data.zone.output
            }

            output "zones" {
              value = [var.environment.inputs.zone, var.proton_tags["proton:account"]]
            }

            output "password" {
              value     = "%s"
              sensitive = true
            }
            """.formatted(command, PASSWORD));
    }

    private static String waitFor(Path gate) {
        return "while [ ! -e '%s' ]; do sleep 0.1; done".formatted(gate);
    }

    @Test
    void anEnvironmentIsMadeChangedAndDestroyed() throws IOException {
        server.create(bundle("true"));
        expectSuccess();
        assertThat(server.sdk()
                        .listEnvironmentOutputs(list -> list.environmentName("prod"))
                        .outputs())
                .containsExactlyInAnyOrder(
                        output("zone", "north"),
                        output("zones", "[\"north\",\"000000000000\"]"),
                        output("password", PASSWORD));
        assertThat(server.sdk()
                        .listEnvironmentProvisionedResources(list -> list.environmentName("prod"))
                        .provisionedResources())
                .singleElement()
                .matches(resource -> resource.name().equals("terraform_data.zone"))
                .matches(resource -> resource.provisioningEngineAsString().equals("TERRAFORM"))
                .extracting(ProvisionedResource::identifier)
                .asString()
                .hasSize(36);
        assertThat(server.log()).contains("Apply complete! Resources: 1 added").doesNotContain(PASSWORD);

        server.update("east");
        expectSuccess();
        assertThat(server.log()).contains("0 added, 1 changed, 0 destroyed");
        assertThat(server.rows("terraform_state")).isEqualTo(2);
        assertThat(server.rows("terraform_lock")).isZero();
        assertThat(server.sealedStates()).noneMatch(state -> state.contains(PASSWORD));
        assertThat(buildsThatTell(PASSWORD)).containsOnly("outputs.json");

        server.sdk().deleteEnvironment(delete -> delete.name("prod"));
        server.awaitRemoval();
        assertThat(server.log()).contains("Destroy complete! Resources: 1 destroyed");
    }

    @Test
    void aPlanTellsWhatWouldChangeAndTouchesNothing() {
        server.create(bundle("true"));
        expectSuccess();

        String plan = server.call(
                "PlanDeployment",
                "{\"resourceArn\": \"%senvironment/prod\", \"spec\": \"proton: EnvironmentSpec\\nspec: {zone: south}\\n\"}"
                        .formatted(TestStories.ACCOUNT));

        assertThat(plan)
                .contains("{\"action\":\"REPLACE\",\"type\":\"terraform_data\",\"name\":\"terraform_data.zone\"")
                .contains("1 to add, 0 to change, 1 to destroy")
                .contains("\\\"zone\\\" : \\\"south\\\"")
                .doesNotContain("deploymentId", "engineMessage");
        assertThat(server.rows("terraform_state")).isEqualTo(1);
        assertThat(data.resolve("builds").toFile().list()).hasSize(1);
    }

    @Test
    void aCancelledApplyEndsWellAndItsResourceCanBeDeployedAgain() {
        server.create(bundle("true"));
        expectSuccess();
        server.publish("1", bundle(waitFor(data.resolve("gate"))));
        server.sdk()
                .updateEnvironment(update -> update.name("prod")
                        .deploymentType("MINOR_VERSION")
                        .templateMajorVersion("1")
                        .templateMinorVersion("1")
                        .spec(TestStories.environmentSpec("south")));
        server.awaitLog(REPLACED);
        server.awaitLog(EXECUTING);

        server.sdk().cancelEnvironmentDeployment(cancel -> cancel.environmentName("prod"));

        assertThat(server.settled().deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(server.log()).contains("Interrupt received").doesNotContain("state lock");
        server.update("east");
        expectSuccess();
    }

    @Test
    void theLockOfATerraformThatWasKilledDoesNotStopTheNextDeployment() throws Exception {
        Path gate = Files.createFile(data.resolve("gate"));
        server.create(bundle(waitFor(gate)));
        expectSuccess();
        Files.delete(gate);
        server.update("south");
        server.awaitLog(REPLACED);
        server.awaitLog(EXECUTING);
        assertThat(server.rows("terraform_lock")).isEqualTo(1);

        server.killNewestBuild();

        Environment failed = server.settled();
        assertThat(failed.deploymentStatus()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.deploymentStatusMessage()).contains("interrupted");
        server.awaitLog("released the state lock");
        Files.createFile(gate);
        server.update("west");
        expectSuccess();
        assertThat(server.rows("terraform_lock")).isZero();
    }

    @Test
    void aServerThatIsAwayForAWhileLosesNoState() throws IOException {
        Path gate = data.resolve("gate");
        server.create(bundle(waitFor(gate)));
        server.awaitLog(EXECUTING);
        server.stop();

        Files.createFile(gate);
        server.awaitLog("Creation complete");
        server.startAgain();

        expectSuccess();
        assertThat(server.rows("terraform_state")).isPositive();
    }

    private void expectSuccess() {
        Environment environment = server.settled();
        assertThat(environment.deploymentStatus())
                .as(environment.deploymentStatusMessage())
                .isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    /// The names of the files that builds left and that hold a text.
    private List<String> buildsThatTell(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("builds"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Output output(String key, String value) {
        return Output.builder().key(key).valueString(value).build();
    }
}

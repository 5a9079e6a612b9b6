package openproton.provision.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.provision.Engine;
import openproton.provision.EngineContract;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.terraform.TerraformSettings.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("openproton.render.terraform.RealTerraform#isThere")
class TerraformEngineTest extends EngineContract {
    private static final String A = "deployment-a";
    private static final String B = "deployment-b";
    private static final String C = "deployment-c";

    @TempDir
    Path data;

    private TerraformWorld world;

    @BeforeEach
    void open() {
        world = new TerraformWorld(data);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected Engine engine() {
        return world.engine();
    }

    @Override
    protected void restart() {
        world.restart();
    }

    @Override
    protected Order succeeding(String deploymentId) {
        return world.order(deploymentId, provisioned(world.mark(deploymentId)));
    }

    @Override
    protected Order failing(String deploymentId) {
        return world.order(deploymentId, provisioned("echo no such bucket; exit 7"));
    }

    @Override
    protected Order endless(String deploymentId) {
        return world.order(deploymentId, provisioned(world.mark(deploymentId) + "; " + world.gate("gate")));
    }

    @Override
    protected String reason() {
        return "no such bucket";
    }

    @Override
    protected int built(String deploymentId) {
        return world.marks(deploymentId);
    }

    private static String provisioned(String command) {
        return """
            resource "terraform_data" "a" {
              provisioner "local-exec" {
                command = <<-EOT
                  %s
                EOT
              }
            }
            """.formatted(command);
    }

    private static String data(String name, String input) {
        return "resource \"terraform_data\" \"%s\" {\n  input = \"%s\"\n}\n".formatted(name, input);
    }

    @Test
    void outputsAndResourcesAreReadBack() {
        engine().start(world.order(A, data("queue", "x") + """
            module "inner" {
              source = "./inner"
            }
            output "text" {
              value = terraform_data.queue.output
            }
            output "list" {
              value = ["a", 1]
            }
            output "secret" {
              value     = "hunter2hunter2"
              sensitive = true
            }
            """, Map.of("inner/main.tf", data("topic", "y"))));

        var ended = (Progress.Finished) end(A);

        assertThat(ended.outputs())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("text", "x", "list", "[\"a\",1]", "secret", "hunter2hunter2"));
        assertThat(ended.resources())
                .extracting(Progress.Resource::name)
                .containsExactlyInAnyOrder("terraform_data.queue", "module.inner.terraform_data.topic");
        assertThat(ended.resources()).allSatisfy(resource -> {
            assertThat(resource.identifier()).matches("[0-9a-f-]{36}");
            assertThat(resource.engine()).isEqualTo("TERRAFORM");
        });
        assertThat(world.log(A))
                .contains("# terraform_data.queue will be created", "Apply complete! Resources: 2 added")
                .doesNotContain("hunter2");
        assertThat(engine().look(A)).isEqualTo(ended);
    }

    @Test
    void thePlanIsKeptButNoSecretOfTheState() throws IOException {
        engine().start(world.order(A, """
            resource "terraform_data" "a" {
              input = sensitive("hunter2hunter2")
            }
            """));
        end(A);
        Path build = data.resolve("builds").resolve(A);

        assertThat(build.resolve("kept/plan.txt")).content().contains("+ resource \"terraform_data\" \"a\"");
        for (Path file : List.of(build.resolve("kept/plan.txt"), build.resolve("kept/resources.json"))) {
            assertThat(file).content().doesNotContain("hunter2");
        }
        try (var files = Files.list(build)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("work");
        }
    }

    @Test
    void whatDriftedIsBroughtBackAndAChangeIsApplied() {
        engine().start(world.order(A, data("a", "one")));
        end(A);
        engine().start(world.order(B, data("a", "two")));

        assertThat(end(B)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(B)).contains("0 added, 1 changed, 0 destroyed");
        engine().start(world.order(C, data("a", "two")));
        end(C);
        assertThat(world.log(C)).contains("0 added, 0 changed, 0 destroyed");
    }

    @Test
    void whatWasMadeIsDestroyed() {
        Order order = world.order(A, data("a", "one"));
        engine().start(order);
        end(A);

        engine().start(TerraformWorld.removing(order, B));

        assertThat(end(B)).isEqualTo(new Progress.Finished(Map.of(), List.of()));
        assertThat(world.log(B)).contains("Destroy complete! Resources: 1 destroyed");
    }

    @Test
    void aPlanTellsWhatWouldChangeAndLeavesNothing() throws IOException {
        engine().start(world.order(
                A,
                data("same", "x") + data("changed", "x") + data("gone", "x")
                        + "resource \"terraform_data\" \"replaced\" {\n  triggers_replace = \"x\"\n}\n"));
        end(A);
        String before = Files.readString(data.resolve("terraform.tfstate"));

        Plan plan = engine().plan(world.order(
                B,
                data("same", "x") + data("changed", "y") + data("added", "x")
                        + "resource \"terraform_data\" \"replaced\" {\n  triggers_replace = \"y\"\n}\n"));

        assertThat(plan).isInstanceOfSatisfying(Plan.Known.class, known -> {
            assertThat(known.changes())
                    .extracting(change -> change.kind() + " " + change.name())
                    .containsExactlyInAnyOrder(
                            "ADD terraform_data.added",
                            "MODIFY terraform_data.changed",
                            "REMOVE terraform_data.gone",
                            "REPLACE terraform_data.replaced");
            assertThat(known.changes())
                    .allMatch(change -> change.identifier().isPresent() == (change.kind() != Plan.Kind.ADD));
            assertThat(known.text()).contains("Plan: 2 to add, 1 to change, 2 to destroy.");
        });
        assertThat(Files.readString(data.resolve("terraform.tfstate"))).isEqualTo(before);
        assertThat(data.resolve("builds").toFile().list()).containsExactly(A);
    }

    @Test
    void aPlanOfWhatIsWrongSaysWhatIsWrong() {
        Plan plan = engine().plan(world.order(A, "resource \"terraform_data\" \"a\" {\n  input = var.nothing\n}\n"));

        assertThat(plan)
                .isInstanceOfSatisfying(
                        Plan.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("Reference to undeclared input variable"));
        assertThat(data.resolve("builds").toFile().list()).isEmpty();
    }

    @Test
    void anInterruptedTerraformTidiesUpBeforeItEnds() {
        engine().start(endless(A));
        world.awaitLog(A, "terraform_data.a (local-exec): Executing");

        engine().cancel(A);

        assertThat(end(A)).isEqualTo(new Progress.Cancelled());
        assertThat(world.log(A)).contains("Interrupt received", "Stopping operation");
        engine().start(succeeding(B));
        assertThat(end(B)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void whereTheCommandIsMissingItSaysWhatToInstall() {
        world.restart(TerraformWorld.settings("no-such-terraform", Backends.KEEP));
        engine().start(world.order(A, data("a", "x")));

        assertThat(world.why(A)).contains("terraform.command is 'no-such-terraform', which is no command");
    }

    @Test
    void aBackendOfTheBundleIsRefusedReplacedOrKeptAsItIsSet() {
        world.restart(TerraformWorld.settings("", Backends.REFUSE));
        engine().start(world.order(A, data("a", "x")));
        assertThat(world.why(A))
                .contains("backend.tf has the block backend local, which says where the state is kept; remove it");

        var recipe = new TerraformBuild(TerraformWorld.settings("", Backends.REPLACE), "");
        assertThat(recipe.order(world.order(A, "")).files().text("openproton_override.tf.json"))
                .contains("{\"terraform\":{\"backend\":{\"http\":{}}}}");
        var plain = TerraformWorld.order(A, Order.Action.PROVISION, FileTree.EMPTY.with("main.tf", ""));
        assertThat(recipe.order(plain).files().text("openproton.backend.tf.json"))
                .contains("{\"terraform\":{\"backend\":{\"http\":{}}}}");
        assertThat(recipe.order(plain).means().environment())
                .containsEntry("FROM_SETTINGS", "yes")
                .containsEntry("TF_IN_AUTOMATION", "1");
        assertThat(Optional.ofNullable(recipe.order(plain).files().files().get("openproton_override.tf.json")))
                .isEmpty();
    }
}

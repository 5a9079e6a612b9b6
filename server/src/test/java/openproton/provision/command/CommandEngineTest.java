package openproton.provision.command;

import static openproton.provision.command.CommandWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import openproton.provision.Engine;
import openproton.provision.EngineContract;
import openproton.provision.Order;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandEngineTest extends EngineContract {
    private static final String A = "build-a";
    private static final String B = "build-b";

    @TempDir
    Path data;

    private CommandWorld world;

    @BeforeEach
    void open() {
        world = new CommandWorld(data, 1);
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
        return order(deploymentId, world.mark(deploymentId));
    }

    @Override
    protected Order failing(String deploymentId) {
        return order(deploymentId, "echo fine", "echo no such bucket; exit 7", "echo never");
    }

    @Override
    protected Order endless(String deploymentId) {
        return order(deploymentId, world.mark(deploymentId), world.gate("gate"));
    }

    @Override
    protected String reason() {
        return "no such bucket";
    }

    @Override
    protected int built(String deploymentId) {
        return world.marks(deploymentId);
    }

    @Test
    void commandsShareOneSessionInTheFolderOfTheBundle() {
        engine().start(order(A, "cd scripts", "export NAME=world", "./hello $NAME", "cat ../proton-inputs.json"));

        assertThat(end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A))
                .contains("[Container] Running command ./hello $NAME\nhello world\n")
                .endsWith("{}\n");
    }

    @Test
    void theFirstCommandThatFailsEndsTheBuild() {
        engine().start(failing(A));

        assertThat(world.why(A))
                .startsWith("Command 2 of 3 exited with status 7: fine\nno such bucket")
                .contains("The entire log is the file " + world.build(A).resolve("log"));
        assertThat(world.log(A)).doesNotContain("never");
    }

    @Test
    void aCommandOfSeveralLinesKeepsItsMeaning() {
        engine().start(order(A, "set -e\nfalse\necho 'not here'", "echo 'nor here'"));

        assertThat(world.why(A)).startsWith("Command 1 of 2 exited with status 1");
        assertThat(world.log(A).lines()).doesNotContain("not here", "nor here");
    }

    @Test
    void aCommandThatNoShellCanReadFailsInItsPlace() {
        engine().start(order(A, "echo fine", "if then"));

        assertThat(world.why(A)).startsWith("Command 2 of 2 exited with status");
    }

    @Test
    void deprovisionRunsTheOtherCommands() {
        var order = order(A, "echo made");
        engine().start(new Order(A, Order.Action.DEPROVISION, order.subject(), order.files(), order.means()));

        assertThat(end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A)).contains("removed").doesNotContain("made");
    }

    @Test
    void outputsAreThoseThatTheBuildWrote() {
        engine().start(order(A, "true"));
        engine().start(order(B, "echo '{\"url\": \"x\"}' >proton-outputs.json"));
        end(A);
        end(B);

        assertThat(world.engine().outputsFile(A)).isEmpty();
        assertThat(world.engine().outputsFile(B)).contains("{\"url\": \"x\"}\n");
    }

    @Test
    void aBuildThatFailedHasNoOutputs() {
        engine().start(order(A, "echo '{}' >proton-outputs.json", "false"));
        end(A);

        assertThat(world.engine().outputsFile(A)).isEmpty();
    }

    @Test
    void afterTheEndOnlyWhatTellsAboutItIsKept() {
        engine().start(order(A, "mkdir -p deep/er && chmod 500 deep && echo '{}' >proton-outputs.json"));
        end(A);
        await().until(() -> {
            world.engine().pump();
            return !world.build(A).resolve("work").toFile().exists();
        });

        assertThat(world.build(A).toFile().list())
                .containsOnly("exit", "launched", "log", "outputs.json", "pid", "position", "ticket");
    }

    @Test
    void buildsWaitForEachOtherInTheOrderOfTheirStart() {
        engine().start(order(A, world.gate("gate"), "echo a >>'" + data.resolve("order") + "'"));
        engine().start(order("z", "echo z >>'" + data.resolve("order") + "'"));
        engine().start(order(B, "echo b >>'" + data.resolve("order") + "'"));
        restart();
        assertThat(engine().look(B)).isEqualTo(new Progress.Running());
        world.open("gate");
        end(B);

        assertThat(CommandWorld.lines(data.resolve("order"))).containsExactly("a", "z", "b");
    }

    @Test
    void aBuildThatWaitsIsCancelledBeforeItRuns() {
        engine().start(endless(A));
        engine().start(succeeding(B));
        engine().cancel(B);

        assertThat(engine().look(B)).isEqualTo(new Progress.Cancelled());
        world.open("gate");
        end(A);
        assertThat(built(B)).isZero();
        assertThat(world.log(B)).contains("[OpenProton] cancelled");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine().start(order("../x", "true")))
                .withMessageContaining("'../x'");
        assertThat(engine().look("../x")).isInstanceOf(Progress.Broken.class);
    }
}

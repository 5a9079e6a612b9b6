package openproton.provision.command;

import static openproton.provision.command.CommandWorld.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import openproton.provision.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server may die anywhere; a build is run once, and ends.
class CrashOfServerTest {
    private static final String A = "build-a";

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

    @ParameterizedTest
    @ValueSource(strings = {"prepared", "accepted", "marked", "launched"})
    void aBuildRunsOnceWhereverItsStartDied(String milestone) {
        var order = order(A, world.mark("built"));
        world.restartDyingAt(milestone);
        assertThatThrownBy(() -> world.engine().start(order)).isInstanceOf(CommandWorld.ServerDied.class);

        world.restart();
        world.engine().start(order);

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.marks("built")).isEqualTo(1);
    }

    @Test
    void twoWrappersRunABuildOnce() throws Exception {
        world.restartDyingAt("accepted");
        assertThatThrownBy(() -> world.engine().start(order(A, world.mark("built"), world.gate("gate"))))
                .isInstanceOf(CommandWorld.ServerDied.class);
        var launch = new BuildLauncher(System.getenv());
        var build = new Build(world.build(A));
        var wrappers = List.of(launch.start(build, 1000), launch.start(build, 1000), launch.start(build, 1000));
        await().until(() -> wrappers.stream().filter(Process::isAlive).count() == 1);

        world.restart();
        world.open("gate");

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.marks("built")).isEqualTo(1);
    }

    @Test
    void aLaunchThatARestartOfTheMachineMadeDoubtfulIsNotRepeated() {
        world.restartDyingAt("marked");
        assertThatThrownBy(() -> world.engine().start(order(A, world.mark("built"))))
                .isInstanceOf(CommandWorld.ServerDied.class);
        CommandWorld.write(world.build(A).resolve("launched"), "0 another-boot");

        world.restart();

        assertThat(world.why(A)).contains("it is unknown whether").contains("not run again");
        assertThat(world.marks("built")).isZero();
    }

    @Test
    void aBuildGoesOnWhenTheServerIsKilled() throws Exception {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerThatStarts.class.getName(),
                        data.toString())
                .inheritIO()
                .start();
        await().until(() -> world.log(A).contains("[Container] Running command " + world.gate("gate")));
        server.destroyForcibly();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();

        world.restart();
        assertThat(world.engine().look(A)).isEqualTo(new Progress.Running());
        world.open("gate");

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.marks("built")).isEqualTo(1);
    }

    @Test
    void withoutSetsidTheBuildStillHasItsOwnGroup() throws Exception {
        world.use(world.open(
                new BuildLauncher(Map.of("PATH", pathWithout("setsid").toString())), _ -> {}));
        world.engine().start(order(A, "echo ready", world.gate("gate"), "echo never"));
        world.awaitLog(A, "ready\n");

        world.engine().cancel(A);

        assertThat(world.end(A)).isEqualTo(new Progress.Cancelled());
        assertThat(world.log(A).lines()).doesNotContain("never");
    }

    @Test
    void withoutAnyWayToDetachNothingIsRun() throws Exception {
        Path empty = Files.createDirectory(data.resolve("empty"));
        world.use(world.open(new BuildLauncher(Map.of("PATH", empty.toString())), _ -> {}));
        world.engine().start(order(A, "echo ready"));

        assertThat(world.why(A)).contains("needs setsid (util-linux) or bash");
    }

    /// A folder with links to the commands that a build needs, except one.
    private Path pathWithout(String missing) throws IOException {
        Path folder = Files.createDirectory(data.resolve("commands"));
        for (String name :
                List.of("sh", "bash", "setsid", "nohup", "dirname", "ln", "rm", "mv", "grep", "cat", "sleep")) {
            if (!name.equals(missing)) {
                Files.createSymbolicLink(
                        folder.resolve(name),
                        Shell.find(name, System.getenv("PATH")).orElseThrow());
            }
        }
        return folder;
    }

    /// A server that starts one build and then does nothing until it is killed.
    static final class ServerThatStarts {
        private ServerThatStarts() {}

        public static void main(String[] arguments) throws InterruptedException {
            var world = new CommandWorld(Path.of(arguments[0]), 1);
            world.engine().start(order(A, world.mark("built"), world.gate("gate")));
            Thread.currentThread().join();
        }
    }
}

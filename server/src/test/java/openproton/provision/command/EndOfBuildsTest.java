package openproton.provision.command;

import static openproton.provision.command.CommandWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;
import openproton.provision.command.CommandSettings.Limits;
import openproton.provision.command.CommandSettings.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds that end because somebody or something wants them to.
class EndOfBuildsTest {
    private static final String A = "build-a";
    private static final String STUBBORN = "trap '' TERM INT; echo ready; ";

    @TempDir
    Path data;

    private CommandWorld world;

    @BeforeEach
    void open() {
        world = new CommandWorld(data, 2);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCancelledCommandMayTidyUp() {
        world.engine()
                .start(order(
                        A, "sh -c \"trap 'echo tidied up; exit 0' TERM; echo ready; " + gate() + "\"", "echo never"));
        world.awaitLog(A, "ready\n");
        world.engine().cancel(A);

        assertThat(world.end(A)).isEqualTo(new Progress.Cancelled());
        assertThat(world.log(A).lines())
                .contains("[OpenProton] cancelled", "tidied up")
                .doesNotContain("never");
    }

    @Test
    void aCommandThatDoesNotListenIsKilledWhenItsGraceIsOver() {
        world.engine().start(order(A, STUBBORN + world.gate("gate")));
        world.awaitLog(A, "ready\n");
        world.engine().cancel(A);
        world.pass(Duration.ofSeconds(29));
        assertThat(world.engine().look(A)).isEqualTo(new Progress.Running());

        world.restart();
        world.pass(Duration.ofSeconds(2));

        assertThat(world.end(A)).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void aBuildThatTakesTooLongIsEnded() {
        world.engine().start(order(A, "echo ready", world.gate("gate")));
        world.awaitLog(A, "ready\n");
        world.pass(Duration.ofMinutes(61));

        assertThat(world.why(A)).startsWith("The build took longer than 60 minutes and was ended.");
        assertThat(world.log(A)).contains("[OpenProton] The build took longer");
    }

    @Test
    void aBuildThatFillsTheDiskIsEnded() {
        world.engine().start(order(A, "head -c 1500000 /dev/zero >big", "echo ready", world.gate("gate")));
        world.awaitLog(A, "ready\n");
        world.pass(Duration.ofSeconds(16));

        assertThat(world.why(A)).startsWith("The work folder of the build grew above 1 MB");
    }

    @Test
    void aBuildThatPrintsTooMuchGoesOnWithoutALog() {
        world.engine().start(order(A, "yes 'many lines of output' | head -n 100000", world.mark("after")));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.marks("after")).isEqualTo(1);
        assertThat(world.log(A))
                .hasSizeLessThan(20_200)
                .endsWith("[OpenProton] The log is full: the rest of the output is not kept. The build goes on.\n");
    }

    @Test
    void aBuildWhoseProcessesVanishedWasInterrupted() {
        world.engine().start(order(A, "echo ready", world.gate("gate")));
        world.awaitLog(A, "ready\n");
        ProcessHandle.of(world.leader(A)).orElseThrow().destroyForcibly();

        assertThat(world.why(A))
                .startsWith("The build was interrupted at command 2 of 2")
                .contains("idempotent");
        assertThat(ProcessHandle.of(world.leader(A))).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheBuild() {
        world.engine().start(order(A, "echo ready", world.gate("gate")));
        world.awaitLog(A, "ready\n");
        var itself = world.build(A).resolve("pid");
        String claim = CommandWorld.lines(itself).getFirst();
        CommandWorld.write(itself, ProcessHandle.current().pid() + claim.substring(claim.indexOf(' ')) + "\n");

        assertThat(world.why(A)).startsWith("The build was interrupted");
        CommandWorld.write(itself, claim + "\n");
    }

    @Test
    void whatABuildLeavesInTheBackgroundDoesNotKeepItOpen() {
        world.engine().start(order(A, "(sleep 300; echo never) &", "echo done"));

        assertThat(world.end(A)).isInstanceOf(Progress.Finished.class);
        assertThat(world.log(A).lines()).contains("done");
    }

    @Test
    void asManyBuildsRunAsAreAllowed() {
        for (String id : new String[] {"one", "two", "three"}) {
            world.engine().start(order(id, "echo ready", world.gate("gate")));
        }
        world.awaitLog("one", "ready\n");
        world.awaitLog("two", "ready\n");
        world.engine().pump();

        assertThat(world.build("three").resolve("launched")).doesNotExist();
    }

    @Test
    void aBuildThatIsOverCanBeForgotten() {
        world.engine().start(order(A, "true"));
        world.end(A);
        world.log.remove(A);
        world.log.remove(A);

        assertThat(world.engine().look(A)).isInstanceOf(Progress.Broken.class);
        assertThat(world.build(A)).doesNotExist();
    }

    @Test
    void theLogCanBeFollowedCharacterByCharacter() {
        world.engine().start(order(A, "echo 'Grüße, 世界'"));
        world.end(A);
        var text = new StringBuilder();
        for (long at = 0; at < world.log.size(A); ) {
            var piece = world.log.read(A, at, 4);
            text.append(piece.text());
            at = piece.next();
        }

        assertThat(text).endsWith("\nGrüße, 世界\n").hasToString(world.log(A));
        assertThat(world.log.read("unknown", 5, 10)).isEqualTo(new DeploymentLog.Piece("", 5));
    }

    @Test
    void limitsAreCheckedAgainAfterARestart() {
        world.engine().start(order(A, "echo ready", world.gate("gate")));
        world.awaitLog(A, "ready\n");
        var limits = new Limits(Duration.ofSeconds(5), Duration.ZERO, 1000, 1_000_000);
        world.restart(new CommandSettings(1, limits, Sandbox.NONE, Optional.empty()));
        world.pass(Duration.ofSeconds(6));

        assertThat(world.why(A)).startsWith("The build took longer than 5 seconds");
    }

    private String gate() {
        return world.gate("gate");
    }
}

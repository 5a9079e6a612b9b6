package openproton.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.Terminal;
import openproton.cli.tour.ServerStarter;
import openproton.render.jinja.Jinja;
import picocli.CommandLine;

/// One command, called in the test's process without the commands that need the server itself.
///
/// @param out what the command wrote as its result
/// @param err what the command wrote about progress and errors
record CalledCommand(int status, String out, String err) {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /// Calls a command in a folder.
    static CalledCommand in(Path folder, Map<String, String> variables, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status = tree(folder, variables, terminal)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .execute(words);
        return new CalledCommand(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The whole tree of commands.
    static CommandLine tree(Path folder, Map<String, String> variables, Terminal terminal) {
        var context = new CommandContext(variables, folder, HOME, terminal, () -> Instant.EPOCH, () -> "id");
        ServerStarter noServer = _ -> {
            throw CommandFailure.failed("no server is started here");
        };
        return new CommandTree(context, new Jinja(System::nanoTime), noServer).commandLine(Map.of());
    }
}

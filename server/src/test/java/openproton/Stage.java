package openproton;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.Terminal;

/// The command line in the test's process, called from a folder.
///
/// @param folder where commands are called
/// @param clock signs the calls of a server
record Stage(Path folder, Map<String, String> variables, InstantSource clock) {

    /// The repository, from where tests are run in the module's folder.
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    Stage(Path folder, Map<String, String> variables) {
        this(folder, variables, Clock.systemUTC());
    }

    /// Commands that call a house as its administrator.
    static Stage of(TestHouse house, Path folder) {
        return new Stage(
                folder,
                Map.of(
                        "OPENPROTON_ENDPOINT", house.address().toString(),
                        "OPENPROTON_REGION", TestSdk.REGION,
                        "AWS_SHARED_CREDENTIALS_FILE",
                                house.data().resolve("credentials").toString()),
                house.clock());
    }

    /// What a command left.
    record Played(int status, String results, String problems) {}

    /// Runs one command; a part that is a list of words is taken apart.
    Played plays(Object... parts) {
        List<String> words = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof String[] several) {
                words.addAll(Arrays.asList(several));
            } else {
                words.add(part.toString());
            }
        }
        var results = new ByteArrayOutputStream();
        var problems = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8),
                false);
        var context = new CommandContext(
                variables,
                folder,
                HOME,
                terminal,
                clock,
                () -> UUID.randomUUID().toString());
        var commands = Main.commandLine(context);
        commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        int status = commands.execute(words.toArray(String[]::new));
        return new Played(status, results.toString(StandardCharsets.UTF_8), problems.toString(StandardCharsets.UTF_8));
    }
}

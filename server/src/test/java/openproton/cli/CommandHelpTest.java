package openproton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.cli.terminal.Terminal;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The help of every command.
class CommandHelpTest {
    private static final int COLUMNS = 80;
    private static final Pattern EXAMPLE = Pattern.compile("^  (openproton .*)$", Pattern.MULTILINE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void fitsIntoTheColumnsOfATerminal(CommandLine command) {
        assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void describesTheCommandInSentences(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("[A-Z].*\\."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void describesEveryOptionAndParameter(CommandLine command) {
        assertThat(command.getCommandSpec().args())
                .filteredOn(arg -> !arg.hidden())
                .allSatisfy(arg -> assertThat(String.join(" ", arg.description()))
                        .as(arg.toString())
                        .endsWith("."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void showsExamplesThatTheCommandUnderstands(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll(" \\\\\\R *", " ");
        var examples =
                EXAMPLE.matcher(help).results().map(found -> found.group(1)).toList();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(command.getCommand() instanceof Callable ? 2 : 0);
        assertThat(examples).allSatisfy(example -> {
            var words = example.replace("'no space left'", "text").split(" ");
            assertThatCode(() -> root().parseArgs(Stream.of(words).skip(1).toArray(String[]::new)))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void ofTheProgramNamesEveryCommandAndTheExitStatuses() {
        var help = CalledCommand.in(Path.of(""), Map.of(), "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("quickstart", "template", "deploy", "status", "logs", "plan", "rollback", "delete", "notify")
                .containsPattern("0 success; 1 failed.*; 2 wrong usage; 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "deploy"})
    void isWhatAWordWithoutItsCommandShows(String word) {
        var called = CalledCommand.in(Path.of(""), Map.of(), word);

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("Usage: openproton " + word, "Commands:");
    }

    private static CommandLine root() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return CalledCommand.tree(Path.of(""), Map.of(), new Terminal(nowhere, nowhere, false));
    }

    static List<Named<CommandLine>> commands() {
        var all = new ArrayList<Named<CommandLine>>();
        collect(root(), all);
        return all;
    }

    private static void collect(CommandLine command, List<Named<CommandLine>> all) {
        all.add(Named.of(command.getCommandSpec().qualifiedName(), command));
        command.getSubcommands().values().forEach(below -> collect(below, all));
    }
}

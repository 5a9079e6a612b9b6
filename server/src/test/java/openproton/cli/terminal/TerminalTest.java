package openproton.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private final RecordedTerminal plain = new RecordedTerminal(false);
    private final RecordedTerminal coloured = new RecordedTerminal(true);

    @Test
    void resultsAndProgressGoToDifferentStreams() {
        plain.terminal().say("a result");
        plain.terminal().note("progress");

        assertThat(plain.results()).containsExactly("a result");
        assertThat(plain.notes()).containsExactly("progress");
    }

    @Test
    void stepsStandOutFromTheirDetails() {
        plain.terminal().step("Deploying");
        plain.terminal().detail("blue answers");

        assertThat(plain.notes()).containsExactly("", "==> Deploying", "    blue answers");
    }

    @Test
    void warningsAndErrorsBeginWithTheirKind() {
        plain.terminal().warn("unused input");
        plain.terminal().error("openproton", "no server");

        assertThat(plain.notes()).containsExactly("warning: unused input", "openproton: no server");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED, 32",
        "ACTIVE, 32",
        "DELETE_FAILED, 31",
        "UPDATE_FAILED_CLEANUP_COMPLETE, 31",
        "CANCELLED, 31",
        "CREATE_IN_PROGRESS, 33",
        "CANCELLING, 33"
    })
    void theColourOfAStatusIsItsMeaning(String status, String code) {
        assertThat(coloured.terminal().status(status)).isEqualTo("\u001b[%sm%s\u001b[0m".formatted(code, status));
    }

    @Test
    void withoutColoursATextIsAsItWas() {
        assertThat(plain.terminal().status("FAILED")).isEqualTo("FAILED");
        assertThat(plain.terminal().tinted(Terminal.Tone.STRONG, "title")).isEqualTo("title");
    }
}

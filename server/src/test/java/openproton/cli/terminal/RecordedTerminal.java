package openproton.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A terminal whose lines can be read.
public final class RecordedTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    public RecordedTerminal(boolean colours) {
        this.terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colours);
    }

    public Terminal terminal() {
        return terminal;
    }

    /// The lines of the result.
    public List<String> results() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// The lines of progress and errors.
    public List<String> notes() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

package openproton.cli.terminal;

import java.io.PrintStream;

/// Where a command writes: results to one stream, progress and errors to the other.
///
/// @param out results, which scripts may read
/// @param err progress and errors, for people
/// @param colours whether to write escape codes; false where the output goes to a pipe or a file
public record Terminal(PrintStream out, PrintStream err, boolean colours) {
    private static final String RESET = "\u001b[0m";

    /// What a colour means, so that the same thing always looks the same.
    public enum Tone {
        GOOD("\u001b[32m"),
        BAD("\u001b[31m"),
        BUSY("\u001b[33m"),
        QUIET("\u001b[2m"),
        STRONG("\u001b[1m");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /// Writes one line of the result.
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Writes one line of the result as a heading.
    public void title(String line) {
        say(tinted(Tone.STRONG, line));
    }

    /// Writes one line of progress.
    public void note(String line) {
        err.println(line);
        err.flush();
    }

    /// Begins a new step of the progress.
    public void step(String text) {
        note("");
        note(tinted(Tone.STRONG, "==> " + text));
    }

    /// Writes one line of progress below its step.
    public void detail(String text) {
        note("    " + text);
    }

    /// Writes a warning.
    public void warn(String text) {
        note(tinted(Tone.BUSY, "warning: ") + text);
    }

    /// Writes an error.
    ///
    /// @param where what the error belongs to, such as `openproton`
    public void error(String where, String text) {
        note(tinted(Tone.BAD, where + ": ") + text);
    }

    /// A text in the colour of its meaning; plain where colours are off.
    public String tinted(Tone tone, String text) {
        return colours ? tone.code + text + RESET : text;
    }

    /// A status of the API in the colour of its meaning.
    public String status(String status) {
        return tinted(tone(status), status);
    }

    private static Tone tone(String status) {
        if (status.contains("FAILED") || status.equals("CANCELLED")) {
            return Tone.BAD;
        }
        return status.endsWith("IN_PROGRESS") || status.equals("CANCELLING") ? Tone.BUSY : Tone.GOOD;
    }
}

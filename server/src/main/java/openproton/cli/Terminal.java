package openproton.cli;

import java.io.PrintStream;

/// Where a command writes: results to one stream, progress and problems to the other.
///
/// @param out what a script may read
/// @param err what only a person wants to see
/// @param colours whether escape codes may be written; never into a pipe or file
public record Terminal(PrintStream out, PrintStream err, boolean colours) {
    private static final String RESET = "\u001b[0m";

    /// What a colour means, so that the same thing always looks the same.
    enum Tone {
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
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Writes one line about what is going on.
    void note(String line) {
        err.println(line);
        err.flush();
    }

    /// A text in the colour of its meaning, or as it is where colours are not wanted.
    String tinted(Tone tone, String text) {
        return colours ? tone.code + text + RESET : text;
    }

    /// A status of the API in the colour of its meaning.
    String status(String status) {
        return tinted(tone(status), status);
    }

    private static Tone tone(String status) {
        if (status.contains("FAILED") || status.equals("CANCELLED")) {
            return Tone.BAD;
        }
        return status.endsWith("IN_PROGRESS") || status.equals("CANCELLING") ? Tone.BUSY : Tone.GOOD;
    }
}

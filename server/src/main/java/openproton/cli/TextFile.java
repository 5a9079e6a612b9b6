package openproton.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that a person names on the command line.
final class TextFile {
    private TextFile() {}

    /// The text of a file.
    ///
    /// @throws CommandFailure saying why it cannot be read
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException broken) {
            throw new CommandFailure(ExitCode.USAGE, "%s is not text in UTF-8".formatted(file));
        } catch (IOException failure) {
            throw new CommandFailure(ExitCode.USAGE, "cannot read %s: %s".formatted(file, Problems.of(failure)));
        }
    }
}

package openproton.cli.terminal;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are named on the command line.
public final class TextFile {
    private TextFile() {}

    /// Reads the text of a file.
    ///
    /// @throws CommandFailure with the reason when the file cannot be read
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException broken) {
            throw CommandFailure.wrongUsage("%s is not text in UTF-8".formatted(file));
        } catch (IOException failure) {
            throw CommandFailure.wrongUsage("cannot read %s: %s".formatted(file, FileErrors.reason(failure)));
        }
    }
}

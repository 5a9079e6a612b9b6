package openproton.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Explains why a file cannot be read or written.
public final class FileErrors {
    private FileErrors() {}

    /// Ends a command that cannot use a file.
    ///
    /// @param verb such as `read` or `write to`
    public static CommandFailure cannot(String verb, Path file, IOException failure) {
        return CommandFailure.failed("cannot %s %s: %s".formatted(verb, file, reason(failure)));
    }

    /// The reason, to follow the path and a colon.
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(failure.getMessage());
        };
    }
}

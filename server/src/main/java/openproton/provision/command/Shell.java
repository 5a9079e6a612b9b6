package openproton.provision.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Quoting for a POSIX shell, and the search for its commands.
final class Shell {
    private Shell() {}

    /// The text as one word of a shell.
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// The first executable file of this name in the folders of a PATH.
    static Optional<Path> find(String command, String path) {
        return Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /// A script among the resources of this package.
    static String script(String name) {
        try (var stream = Shell.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the script %s is missing in this program".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package openproton.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a token or a webhook's secret is found; it is read when it is used, and never kept.
public sealed interface Secret {

    /// The secret without the white space around it.
    ///
    /// @throws GitException.Refused when it is not there; the message names the place
    String read();

    /// The content of a file.
    record InFile(Path file) implements Secret {
        @Override
        public String read() {
            try {
                return given(Files.readString(file).strip(), "The file %s".formatted(file));
            } catch (IOException e) {
                throw new GitException.Refused("The file %s, which should hold a secret, cannot be read: %s"
                        .formatted(file, e.getClass().getSimpleName()));
            }
        }
    }

    /// The value of an environment variable.
    ///
    /// @param variables all variables; they are never shown
    record InVariable(String name, Map<String, String> variables) implements Secret {
        @Override
        public String read() {
            String value = Optional.ofNullable(variables.get(name)).orElse("");
            return given(value.strip(), "The variable %s".formatted(name));
        }

        @Override
        public String toString() {
            return "InVariable[%s]".formatted(name);
        }
    }

    private static String given(String secret, String place) {
        if (secret.isEmpty()) {
            throw new GitException.Refused("%s, which should hold a secret, is empty or not set".formatted(place));
        }
        return secret;
    }
}

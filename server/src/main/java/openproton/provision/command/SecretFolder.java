package openproton.provision.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.base.Json;

/// Secrets kept as files: the file named like the secret's id holds a JSON object, or one plain value.
///
/// @param folder holds the files; an id with slashes names a file in a folder below it
public record SecretFolder(Path folder) implements SecretSource {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:)?([^:]+)(?::([^:]*))?(?::.*)?");

    @Override
    public Optional<String> secret(String reference) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String key = Optional.ofNullable(parts.group(2)).orElse("");
        return content(parts.group(1)).flatMap(text -> key.isEmpty() ? Optional.of(text) : member(text, key));
    }

    /// A file that the server may not read is none.
    private Optional<String> content(String id) {
        Path file = folder.resolve(id).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).stripTrailing());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A text that is no JSON object has no members.
    private static Optional<String> member(String json, String key) {
        try {
            return Optional.ofNullable(Buildspec.texts(Json.read(json)).get(key));
        } catch (DataException _) {
            return Optional.empty();
        }
    }
}

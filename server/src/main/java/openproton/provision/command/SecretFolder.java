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
/// @param folder holds a folder for each account, with its files; an id with slashes names a file in a folder below
/// @param first the account whose files may also lie in `folder` itself
public record SecretFolder(Path folder, String first) implements SecretSource {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:)?([^:]+)(?::([^:]*))?(?::.*)?");

    @Override
    public Optional<String> secret(String account, String reference) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String key = Optional.ofNullable(parts.group(2)).orElse("");
        String id = parts.group(1);
        return own(account, id)
                .or(() -> account.equals(first) ? shared(id) : Optional.empty())
                .flatMap(text -> key.isEmpty() ? Optional.of(text) : member(text, key));
    }

    private Optional<String> own(String account, String id) {
        Path mine = folder.resolve(account).normalize();
        Path file = mine.resolve(id).normalize();
        return file.startsWith(mine) ? content(file) : Optional.empty();
    }

    /// A secret that lies beside the folders of the accounts.
    private Optional<String> shared(String id) {
        Path file = folder.resolve(id).normalize();
        boolean beside = file.startsWith(folder.normalize())
                && !ACCOUNT.matcher(
                                folder.normalize().relativize(file).getName(0).toString())
                        .matches();
        return beside ? content(file) : Optional.empty();
    }

    /// A file that the server may not read counts as missing.
    private static Optional<String> content(Path file) {
        if (!Files.isRegularFile(file)) {
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

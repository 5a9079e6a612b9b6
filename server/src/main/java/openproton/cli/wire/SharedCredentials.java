package openproton.cli.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;

/// A credentials file as the AWS tools share it: `[profile]`, then lines `name = value`.
public record SharedCredentials(Path file, Map<String, Map<String, String>> profiles) {

    /// @throws CommandFailure when the file cannot be read
    public static SharedCredentials read(Path file) {
        try {
            return new SharedCredentials(file, parse(Files.readString(file)));
        } catch (IOException failure) {
            throw CommandFailure.noAccess(
                    "cannot read the credentials file %s: %s".formatted(file, FileErrors.reason(failure)));
        }
    }

    private static Map<String, Map<String, String>> parse(String text) {
        var profiles = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                profiles.put(line.substring(1, line.length() - 1).strip(), section);
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                section.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return profiles;
    }

    /// The credentials of a profile.
    ///
    /// @throws CommandFailure with the names of the profiles in the file, when this one has no access key
    public CallerCredentials profile(String profile) {
        Map<String, String> values = profiles.getOrDefault(profile, Map.of());
        String id = values.get("aws_access_key_id");
        String secret = values.get("aws_secret_access_key");
        if (id == null || secret == null) {
            throw CommandFailure.noAccess("%s has no access key for the profile '%s'; its profiles are %s"
                    .formatted(file, profile, String.join(", ", profiles.keySet())));
        }
        return new CallerCredentials(id, secret, Optional.ofNullable(values.get("aws_session_token")));
    }
}

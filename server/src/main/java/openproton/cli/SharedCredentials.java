package openproton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A file with keys by profile, in the form the AWS tools share: `[profile]`, then lines `name = value`.
record SharedCredentials(Path file, Map<String, Map<String, String>> profiles) {

    /// Reads a file.
    ///
    /// @throws CommandFailure when it cannot be read
    static SharedCredentials read(Path file) {
        try {
            return new SharedCredentials(file, parse(Files.readString(file)));
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.NO_ACCESS,
                    "cannot read the credentials file %s: %s".formatted(file, Problems.of(failure)));
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

    /// The keys of a profile.
    ///
    /// @throws CommandFailure naming the profiles that are there, when it has none
    Keys keys(String profile) {
        Map<String, String> values = profiles.getOrDefault(profile, Map.of());
        String id = values.get("aws_access_key_id");
        String secret = values.get("aws_secret_access_key");
        if (id == null || secret == null) {
            throw new CommandFailure(
                    ExitCode.NO_ACCESS,
                    "%s has no keys for the profile '%s'; it has the profiles %s"
                            .formatted(file, profile, String.join(", ", profiles.keySet())));
        }
        return new Keys(id, secret, Optional.ofNullable(values.get("aws_session_token")));
    }
}

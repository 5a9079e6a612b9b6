package openproton.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds out which server is meant, and with which keys: flags, then `OPENPROTON_*`, then `AWS_*`, then what the server
/// left in `./data`.
///
/// @param variables environment variables
/// @param folder where the command was called
record EndpointSearch(Map<String, String> variables, Path folder) {
    static final String DEFAULT_ADDRESS = "http://127.0.0.1:7720";
    static final String DEFAULT_REGION = "us-east-1";

    Endpoint find(Optional<String> address, Optional<String> profile, Optional<String> region) {
        return new Endpoint(
                address(address),
                region.or(() -> variable("OPENPROTON_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"))
                        .orElse(DEFAULT_REGION),
                keys(profile));
    }

    private URI address(Optional<String> given) {
        String text = given.or(() -> variable("OPENPROTON_ENDPOINT", "AWS_ENDPOINT_URL_PROTON", "AWS_ENDPOINT_URL"))
                .orElse(DEFAULT_ADDRESS);
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && isHttp(address)) {
                return address;
            }
        } catch (IllegalArgumentException broken) {
            throw notAnAddress(text);
        }
        throw notAnAddress(text);
    }

    private static boolean isHttp(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    private static CommandFailure notAnAddress(String text) {
        return new CommandFailure(
                ExitCode.USAGE,
                "'%s' is not the address of a server; expected something like %s".formatted(text, DEFAULT_ADDRESS));
    }

    /// A profile that is named wins over keys in variables, as the AWS tools have it.
    private Keys keys(Optional<String> profile) {
        if (profile.isEmpty()) {
            Optional<Keys> own =
                    keysIn("OPENPROTON_ACCESS_KEY_ID", "OPENPROTON_SECRET_ACCESS_KEY", "OPENPROTON_SESSION_TOKEN");
            Optional<Keys> keys =
                    own.or(() -> keysIn("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"));
            if (keys.isPresent()) {
                return keys.get();
            }
        }
        String name =
                profile.or(() -> variable("OPENPROTON_PROFILE", "AWS_PROFILE")).orElse("default");
        return SharedCredentials.read(credentialsFile()).keys(name);
    }

    private Optional<Keys> keysIn(String id, String secret, String token) {
        return variable(id).flatMap(key -> variable(secret).map(hidden -> new Keys(key, hidden, variable(token))));
    }

    private Path credentialsFile() {
        Optional<Path> named = variable("OPENPROTON_CREDENTIALS_FILE", "AWS_SHARED_CREDENTIALS_FILE")
                .map(folder::resolve);
        Path left = folder.resolve(variable("OPENPROTON_DATA").orElse("data")).resolve("credentials");
        if (named.isEmpty() && !Files.exists(left)) {
            throw new CommandFailure(
                    ExitCode.NO_ACCESS,
                    "no access key found: run the command where the server's folder 'data' lies, or set"
                            + " AWS_SHARED_CREDENTIALS_FILE to the file 'credentials' in it, or AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY");
        }
        return named.orElse(left);
    }

    private Optional<String> variable(String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}

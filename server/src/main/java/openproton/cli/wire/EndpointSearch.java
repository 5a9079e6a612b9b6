package openproton.cli.wire;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.cli.terminal.CommandFailure;

/// Decides which server to call and with which credentials: flags come first, then `OPENPROTON_*` variables, then
/// `AWS_*` variables, then the credentials file that a server left in `./data`.
///
/// @param variables environment variables
/// @param folder the working folder
public record EndpointSearch(Map<String, String> variables, Path folder) {
    public static final String DEFAULT_REGION = "us-east-1";

    private static final String DEFAULT_ADDRESS = "http://127.0.0.1:7720";

    /// @param address value of the flag for the server; the same for `profile` and `region`
    /// @throws CommandFailure when the address is not valid or there are no credentials
    public Endpoint find(Optional<String> address, Optional<String> profile, Optional<String> region) {
        return new Endpoint(
                address(address),
                region.or(() -> variable("OPENPROTON_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"))
                        .orElse(DEFAULT_REGION),
                credentials(profile));
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
        return CommandFailure.wrongUsage(
                "'%s' is not the address of a server; expected an address such as %s".formatted(text, DEFAULT_ADDRESS));
    }

    /// A profile given by flag comes before credentials in variables, as with the AWS tools.
    private CallerCredentials credentials(Optional<String> profile) {
        if (profile.isEmpty()) {
            var found = inVariables(
                            "OPENPROTON_ACCESS_KEY_ID", "OPENPROTON_SECRET_ACCESS_KEY", "OPENPROTON_SESSION_TOKEN")
                    .or(() -> inVariables("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"));
            if (found.isPresent()) {
                return found.get();
            }
        }
        String name =
                profile.or(() -> variable("OPENPROTON_PROFILE", "AWS_PROFILE")).orElse("default");
        return SharedCredentials.read(credentialsFile()).profile(name);
    }

    private Optional<CallerCredentials> inVariables(String id, String secret, String token) {
        return variable(id)
                .flatMap(key -> variable(secret).map(hidden -> new CallerCredentials(key, hidden, variable(token))));
    }

    private Path credentialsFile() {
        Optional<Path> named = variable("OPENPROTON_CREDENTIALS_FILE", "AWS_SHARED_CREDENTIALS_FILE")
                .map(folder::resolve);
        Path left = folder.resolve(variable("OPENPROTON_DATA").orElse("data")).resolve("credentials");
        if (named.isEmpty() && !Files.exists(left)) {
            throw CommandFailure.noAccess(
                    "no access key found in the environment and no credentials file at %s. Run the command next to the server's folder 'data', or set AWS_SHARED_CREDENTIALS_FILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                            .formatted(left));
        }
        return named.orElse(left);
    }

    private Optional<String> variable(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(variables.get(name)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}

package openproton.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// The flags that say which server is called, and as whom.
final class ServerChoice {
    @Option(
            names = {"--endpoint", "--endpoint-url"},
            paramLabel = "URL",
            description = "The server; default: OPENPROTON_ENDPOINT, AWS_ENDPOINT_URL_PROTON, http://127.0.0.1:7720.")
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The profile in the credentials file; default: OPENPROTON_PROFILE, AWS_PROFILE, default.")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The Region; default: OPENPROTON_REGION, AWS_REGION, AWS_DEFAULT_REGION, us-east-1.")
    private Optional<String> region = Optional.empty();

    /// Finds the server by flags, then variables, then defaults.
    ApiClient client(Outside outside) {
        var search = new EndpointSearch(outside.variables(), outside.folder());
        return new ApiClient(search.find(endpoint, profile, region), outside.clock());
    }
}

package openproton.cli.command;

import java.util.Optional;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.EndpointSearch;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.Option;

/// The options for the server to call and the credentials to call it with.
public final class EndpointOptions {
    private final CommandContext context;

    @Option(
            names = {"--endpoint", "--endpoint-url"},
            paramLabel = "URL",
            description = {
                "Address of the server. Default: OPENPROTON_ENDPOINT,",
                "AWS_ENDPOINT_URL_PROTON, AWS_ENDPOINT_URL,",
                "http://127.0.0.1:7720."
            })
    private Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Profile in the credentials file. Default: OPENPROTON_PROFILE, AWS_PROFILE, default.")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "AWS Region. Default: OPENPROTON_REGION, AWS_REGION, AWS_DEFAULT_REGION, us-east-1.")
    private Optional<String> region = Optional.empty();

    public EndpointOptions(CommandContext context) {
        this.context = context;
    }

    /// A client of the server that options, variables and defaults name, in this order.
    public ServerClient client() {
        var search = new EndpointSearch(context.variables(), context.folder());
        return new ServerClient(search.find(endpoint, profile, region), context.clock());
    }
}

package openproton.cli.tour;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.CallerCredentials;
import openproton.cli.wire.Endpoint;
import openproton.cli.wire.EndpointSearch;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.SharedCredentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `openproton quickstart`: a server, two templates, an environment, and a service with two instances and a pipeline.
@Command(
        name = "quickstart",
        description = {
            "Start a server and deploy a sample on it: two templates, two web pages and a pipeline.",
            "The server runs until you press ctrl-C. Run the command again to continue where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  openproton quickstart",
            "  openproton quickstart --data /tmp/proton --port 7800",
            "  openproton quickstart --self-managed",
            "  openproton quickstart --clean-up"
        })
public final class QuickstartCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 7720;
    private static final String HOST = "127.0.0.1";

    private final CommandContext context;
    private final ServerStarter starter;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: ${DEFAULT-VALUE}.")
    private String data = "data";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port of the server. Default: ${DEFAULT-VALUE}, or the next free port.")
    private int port = DEFAULT_PORT;

    @Option(names = "--once", description = "Exit when the sample is deployed; do not keep the server running.")
    private boolean once;

    @Option(names = "--clean-up", description = "Remove everything that the quickstart created.")
    private boolean cleanUp;

    @Option(
            names = "--self-managed",
            description = "Show self-managed provisioning instead: a branch in a local repository, its review, and"
                    + " Terraform after the merge.")
    private boolean selfManaged;

    public QuickstartCommand(CommandContext context, ServerStarter starter) {
        this.context = context;
        this.starter = starter;
    }

    @Override
    public Integer call() {
        Path folder = context.resolve(data).toAbsolutePath();
        if (cleanUp && !Files.exists(folder)) {
            context.terminal().note("There is nothing to clean up: %s does not exist".formatted(folder));
            return ExitCode.OK.status();
        }
        int free = FreePort.from(port);
        if (free != port) {
            context.terminal().note("Port %d is in use; using %d".formatted(port, free));
        }
        var files = new QuickstartFiles(folder);
        if (cleanUp) {
            cleanUp(files, free);
        } else {
            files.create();
            try (var server = start(files, free)) {
                run(files, server.address());
            }
        }
        return ExitCode.OK.status();
    }

    private ServerStarter.Running start(QuickstartFiles files, int free) {
        Map<String, String> variables = selfManaged ? ReviewedEnvironment.variables(files.repositories()) : Map.of();
        var server = starter.start(new ServerStarter.ServerArguments(files.data(), HOST, free, variables));
        context.terminal()
                .note("OpenProton is ready at %s, its data is in %s".formatted(server.address(), files.data()));
        return server;
    }

    private void run(QuickstartFiles files, URI address) {
        var client = client(files, address);
        var hints = new QuickstartHints(context.terminal(), files, address);
        if (selfManaged) {
            var quickstart = selfManaged(client, files);
            quickstart.run();
            hints.ofSelfManaged();
        } else {
            hints.ofPages(quickstart(client, files).run());
        }
        if (!once) {
            stayUp();
        }
    }

    private void cleanUp(QuickstartFiles files, int free) {
        boolean isAlone;
        try (var server = start(files, free)) {
            var client = client(files, server.address());
            if (selfManaged) {
                selfManaged(client, files).cleanUp();
            } else {
                quickstart(client, files).cleanUp();
            }
            isAlone = Quickstart.isNothingLeft(client);
        }
        if (selfManaged) {
            files.removeRepository();
        }
        context.terminal().note(files.remove(isAlone));
    }

    private Quickstart quickstart(ServerClient client, QuickstartFiles files) {
        return new Quickstart(client, context, new QuickstartSample(files.sites()));
    }

    private SelfManagedQuickstart selfManaged(ServerClient client, QuickstartFiles files) {
        var repository = new LocalRepository(files.repository(), context.clock());
        repository.create();
        var automation = new SimulatedAutomation(context, files.automation());
        return new SelfManagedQuickstart(new ReviewedEnvironment(client), context, repository, automation);
    }

    private ServerClient client(QuickstartFiles files, URI address) {
        CallerCredentials caller =
                SharedCredentials.read(files.data().resolve("credentials")).profile("default");
        return new ServerClient(new Endpoint(address, EndpointSearch.DEFAULT_REGION, caller), context.clock());
    }

    private void stayUp() {
        context.terminal()
                .note(
                        "%nThe server runs until you press ctrl-C. What was deployed stays; remove it with 'openproton quickstart%s --clean-up'."
                                .formatted(selfManaged ? " --self-managed" : ""));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

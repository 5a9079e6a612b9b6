package openproton.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows everything in one go: a server, two templates, an environment, a service with two instances and a pipeline.
@Command(
        name = "quickstart",
        description = {
            "See everything work: a server, two templates, two web pages and a pipeline, for real.",
            "Stays up until ctrl-C. Run again, it picks up where it was."
        },
        footer = {
            "",
            "Examples:",
            "  openproton quickstart",
            "  openproton quickstart --data /tmp/proton --port 7800",
            "  openproton quickstart --self-managed",
            "  openproton quickstart --clean-up"
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 7720;
    private static final String HOST = "127.0.0.1";

    private final Outside outside;
    private final ServerStarter starter;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept; default: ${DEFAULT-VALUE}.")
    private String data = "data";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the server listens; default: ${DEFAULT-VALUE}, or the next free port.")
    private int port = USUAL_PORT;

    @Option(names = "--once", description = "End when everything is deployed, instead of staying up.")
    private boolean once;

    @Option(names = "--clean-up", description = "Remove everything that the quickstart made.")
    private boolean cleanUp;

    @Option(
            names = "--self-managed",
            description =
                    "Show the pull-request cycle instead: a proposal on a local repository, its review, Terraform.")
    private boolean selfManaged;

    QuickstartCommand(Outside outside, ServerStarter starter) {
        this.outside = outside;
        this.starter = starter;
    }

    @Override
    public Integer call() {
        Path folder = outside.resolve(data).toAbsolutePath();
        if (cleanUp && !Files.exists(folder)) {
            outside.terminal().note("There is nothing to clean up: %s does not exist".formatted(folder));
            return ExitCode.OK.status();
        }
        int free = WebPage.freePort(port, Set.of());
        if (free != port) {
            outside.terminal().note("Port %d is taken; using %d".formatted(port, free));
        }
        var traces = new QuickstartTraces(folder);
        if (!cleanUp) {
            traces.begin();
        }
        boolean isAlone;
        try (var server = starter.start(order(folder, free))) {
            outside.terminal().note("OpenProton is ready at %s, its data is in %s".formatted(server.address(), folder));
            var client = client(folder, server.address());
            if (selfManaged) {
                playSelfManaged(client, folder, server.address());
            } else {
                play(client, folder, server.address());
            }
            isAlone = cleanUp && Quickstart.isNothingLeft(client);
        }
        if (cleanUp) {
            if (selfManaged) {
                traces.removeRepository();
            }
            outside.terminal().note(traces.remove(isAlone));
        }
        return ExitCode.OK.status();
    }

    private ServerStarter.Order order(Path folder, int free) {
        Map<String, String> variables = selfManaged ? SelfManagedStory.variables(folder) : Map.of();
        return new ServerStarter.Order(folder, HOST, free, variables);
    }

    private void play(ApiClient client, Path folder, URI address) {
        var quickstart = new Quickstart(client, outside, new QuickstartSample(QuickstartTraces.sites(folder)));
        if (cleanUp) {
            quickstart.cleanUp();
        } else {
            tell(folder, address, quickstart.run());
            stayUp();
        }
    }

    private void playSelfManaged(ApiClient client, Path folder, URI address) {
        var repository = new LocalRepository(SelfManagedStory.repository(folder), outside.clock());
        repository.make();
        var automation = new PlayedAutomation(outside, QuickstartTraces.automation(folder));
        var story = new SelfManagedStory(client, outside, repository, automation);
        if (cleanUp) {
            story.cleanUp();
        } else {
            story.run();
            tell(
                    folder,
                    address,
                    "git -C '%s' log --oneline --graph".formatted(repository.folder()),
                    "aws proton get-environment --name %s".formatted(SelfManagedStory.ENVIRONMENT));
            stayUp();
        }
    }

    private ApiClient client(Path folder, URI address) {
        Keys keys = SharedCredentials.read(folder.resolve("credentials")).keys("default");
        return new ApiClient(new Endpoint(address, EndpointSearch.DEFAULT_REGION, keys), outside.clock());
    }

    private void tell(Path folder, URI address, Map<String, URI> pages) {
        var terminal = outside.terminal();
        terminal.say("");
        terminal.say(terminal.tinted(Terminal.Tone.STRONG, "Open in a browser:"));
        pages.forEach((name, page) -> terminal.say("  %-8s %s".formatted(name, page)));
        tell(
                folder,
                address,
                "aws proton list-services",
                "aws proton get-environment --name %s".formatted(QuickstartSample.ENVIRONMENT),
                "aws proton list-service-instances --service-name %s".formatted(QuickstartSample.SERVICE),
                "aws proton list-service-instance-outputs --service-name %s --service-instance-name blue"
                        .formatted(QuickstartSample.SERVICE));
        terminal.say("");
        terminal.say(terminal.tinted(Terminal.Tone.STRONG, "Or with bin/openproton, in another terminal:"));
        List.of("openproton status", "openproton logs service %s".formatted(QuickstartSample.SERVICE))
                .forEach(line -> terminal.say("  " + line));
    }

    private void tell(Path folder, URI address, String... commands) {
        var terminal = outside.terminal();
        terminal.say("");
        terminal.say(terminal.tinted(Terminal.Tone.STRONG, "Look around with the AWS CLI, as with AWS Proton:"));
        terminal.say("  export AWS_SHARED_CREDENTIALS_FILE='%s'".formatted(folder.resolve("credentials")));
        terminal.say("  export AWS_ENDPOINT_URL_PROTON=%s AWS_DEFAULT_REGION=us-east-1".formatted(address));
        Stream.of(commands).forEach(line -> terminal.say("  " + line));
    }

    private void stayUp() {
        if (once) {
            return;
        }
        outside.terminal()
                .note(
                        "%nThe server stays up until ctrl-C. What was deployed stays after that; 'openproton quickstart%s --clean-up' removes it."
                                .formatted(selfManaged ? " --self-managed" : ""));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

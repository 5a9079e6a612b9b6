package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import openproton.api.ApiModel;
import openproton.api.GetDeploymentInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the log of a deployment, or of the last deployments of something.
@Command(
        name = "logs",
        description =
                "Show the log of a deployment, or of the last deployments of an environment, a service or a component.",
        footer = {
            "",
            "Examples:",
            "  openproton logs 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c",
            "  openproton logs environment staging --follow",
            "  openproton logs service shop --instance blue"
        })
final class LogsCommand implements Callable<Integer> {
    private static final Pattern DEPLOYMENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(
            arity = "1..2",
            paramLabel = "DEPLOYMENT | KIND NAME",
            description = "The id of a deployment; or environment, service or component, and its name.")
    private List<String> what = List.of();

    @Option(names = "--instance", paramLabel = "NAME", description = "Only this instance of the service.")
    private Optional<String> instance = Optional.empty();

    @Option(names = "--pipeline", description = "Only the pipeline of the service.")
    private boolean pipeline;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the deployments have ended.")
    private boolean follow;

    LogsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var client = server.client(outside);
        if (what.size() == 1) {
            return deployment(client, id(what.getFirst()));
        }
        Followed followed = kind(what.getFirst()).named(what.getLast());
        if (follow && instance.isEmpty() && !pipeline) {
            boolean good = new Follower(client, outside, "The deployment").follow(followed, Set.of())
                    == Follower.End.SUCCEEDED;
            return good ? ExitCode.OK.status() : ExitCode.FAILED.status();
        }
        var look = followed.look(client)
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(followed.words())));
        List<Standing> parts = look.parts().stream().filter(this::isWanted).toList();
        if (parts.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, "%s has no such part".formatted(followed.words()));
        }
        for (Standing part : parts) {
            String label = parts.size() == 1 ? "" : part.label();
            part.deploymentId().ifPresent(id -> show(new LogTail(client, outside.terminal(), label, id)));
        }
        return ExitCode.OK.status();
    }

    private static String id(String text) {
        if (!DEPLOYMENT_ID.matcher(text).matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' is not the id of a deployment; the last deployments of something are shown by its kind and name, such as 'openproton logs environment staging'"
                            .formatted(text));
        }
        return text;
    }

    private static ThingChoice kind(String text) {
        return switch (text) {
            case "environment" -> ThingChoice.ENVIRONMENT;
            case "service" -> ThingChoice.SERVICE;
            case "component" -> ThingChoice.COMPONENT;
            default ->
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'%s' is not a kind; expected 'environment', 'service' or 'component'".formatted(text));
        };
    }

    private boolean isWanted(Standing part) {
        if (pipeline) {
            return part.label().equals("pipeline");
        }
        return instance.map(name -> part.label().equals("instance " + name)).orElse(true);
    }

    private int deployment(ApiClient client, String id) {
        show(new LogTail(client, outside.terminal(), "", id));
        String status = client.call(
                        ApiModel.GET_DEPLOYMENT,
                        GetDeploymentInput.builder().id(id).build())
                .deployment()
                .map(found -> found.deploymentStatus().value())
                .orElse("");
        return Standing.isFailed(status) ? ExitCode.FAILED.status() : ExitCode.OK.status();
    }

    private void show(LogTail log) {
        while (!log.pull() && follow) {
            outside.pause();
        }
    }
}

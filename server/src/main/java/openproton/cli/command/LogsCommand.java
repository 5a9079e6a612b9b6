package openproton.cli.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.GetDeploymentInput;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.Follower;
import openproton.cli.follow.LogTail;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.TargetKind;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton logs`: shows the log of a deployment, or of the last deployments of a target.
@Command(
        name = "logs",
        description = "Show the log of a deployment, or of the last deployments of an environment, a service or a"
                + " component.",
        footer = {
            "",
            "Examples:",
            "  openproton logs 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c",
            "  openproton logs environment staging --follow",
            "  openproton logs service shop --instance blue",
            "",
            "Exit status: 1 when the deployment failed"
        })
public final class LogsCommand implements Callable<Integer> {
    private static final Pattern DEPLOYMENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Parameters(
            arity = "1..2",
            paramLabel = "DEPLOYMENT | KIND NAME",
            description = "The id of a deployment; or environment, service or component, and a name.")
    private List<String> words = List.of();

    @ArgGroup
    private PartOptions part = new PartOptions();

    @Option(
            names = {"-f", "--follow"},
            description = "Show new lines until the deployments have ended.")
    private boolean follow;

    public LogsCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        var client = server.client();
        if (words.size() == 1) {
            return deployment(client, id(words.getFirst()));
        }
        DeploymentTarget target = kind(words.getFirst()).named(words.getLast());
        if (follow && part.label().isEmpty()) {
            var end = Follower.ofDeployments(client, context).follow(target, Set.of());
            return ExitCode.of(end == Follower.End.SUCCEEDED);
        }
        var parts = part.choose(target, target.requireStatus(client).parts(), PartStatus::label);
        for (PartStatus chosen : parts) {
            String label = parts.size() == 1 ? "" : chosen.label();
            chosen.deploymentId().ifPresent(id -> show(new LogTail(client, context.terminal(), label, id)));
        }
        return ExitCode.OK.status();
    }

    private static String id(String text) {
        if (!DEPLOYMENT_ID.matcher(text).matches()) {
            throw CommandFailure.wrongUsage(
                    "'%s' is not the id of a deployment; give an id, or a kind and a name such as 'environment staging'"
                            .formatted(text));
        }
        return text;
    }

    private static TargetKind kind(String text) {
        return Stream.of(TargetKind.values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "'%s' is not a kind; expected 'environment', 'service' or 'component'".formatted(text)));
    }

    private int deployment(ServerClient client, String id) {
        show(new LogTail(client, context.terminal(), "", id));
        String status = client.call(
                        ApiModel.GET_DEPLOYMENT,
                        GetDeploymentInput.builder().id(id).build())
                .deployment()
                .map(found -> found.deploymentStatus().value())
                .orElse("");
        return ExitCode.of(!PartStatus.isFailed(status));
    }

    private void show(LogTail log) {
        while (!log.pull() && follow) {
            context.pause();
        }
    }
}

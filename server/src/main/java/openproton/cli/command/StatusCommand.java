package openproton.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.Follower;
import openproton.cli.follow.TargetKind;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.Table;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `openproton status`: lists all environments, services and components, or shows one of them.
@Command(
        name = "status",
        description = "List all environments, services and components with their status, or show one of them with its"
                + " outputs.",
        footer = {
            "",
            "Examples:",
            "  openproton status",
            "  openproton status service shop",
            "",
            "Exit status: 1 when the named one does not exist or its last deployment failed"
        })
public final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "environment, service or component.")
    private Optional<TargetKind> kind = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The name of the environment, service or component.")
    private Optional<String> name = Optional.empty();

    public StatusCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        var client = server.client();
        if (kind.isEmpty()) {
            new StatusOverview(client, context.terminal()).show();
            return ExitCode.OK.status();
        }
        String named = name.orElseThrow(() -> CommandFailure.wrongUsage(
                "the name is missing; expected 'openproton status %s NAME'".formatted(kind.get())));
        return one(client, kind.get().named(named));
    }

    private int one(ServerClient client, DeploymentTarget target) {
        var terminal = context.terminal();
        var status = target.requireStatus(client);
        var table = new Table(terminal, "NAME", "STATUS", "LAST DEPLOYMENT");
        if (target.kind() == TargetKind.SERVICE) {
            table.row(target.label(), status.status(), "");
        }
        status.parts()
                .forEach(part -> table.row(
                        part.label(), part.status(), part.deploymentId().orElse("")));
        table.print();
        status.message().ifPresent(terminal::say);
        status.messages(_ -> true).forEach(terminal::say);
        terminal.say("");
        Follower.ofDeployments(client, context).showOutputs(target);
        return ExitCode.of(!status.isFailed());
    }
}

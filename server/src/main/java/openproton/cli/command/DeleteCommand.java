package openproton.cli.command;

import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.ForceDeleteInput;
import openproton.cli.follow.Deletion;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.Confirmation;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.Table;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `openproton delete`: deletes an environment, a service or a component.
@Command(
        name = "delete",
        description = "Delete an environment, a service or a component, and its infrastructure.",
        footer = {
            "",
            "Examples:",
            "  openproton delete service shop",
            "  openproton delete environment staging --yes",
            "  openproton delete environment staging --force",
            "",
            "Use --force as the last resort, after a deletion has failed. Only administrators may use it."
        })
public final class DeleteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Mixin
    private final TargetParameters parameters = new TargetParameters();

    @Mixin
    private final ConfirmOptions confirm = new ConfirmOptions();

    @Option(
            names = "--force",
            description = "Delete only the record. Infrastructure that is left stays in place; remove it yourself.")
    private boolean force;

    public DeleteCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
    }

    @Override
    public Integer call() {
        DeploymentTarget target = parameters.target();
        var client = server.client();
        target.requireStatus(client);
        if (!confirm.isConfirmed(new Confirmation(question(target), "delete " + target.title()))) {
            context.terminal().note("Nothing was deleted.");
            return ExitCode.FAILED.status();
        }
        if (force) {
            forget(client, target);
            return ExitCode.OK.status();
        }
        return ExitCode.of(new Deletion(client, context).delete(target));
    }

    private String question(DeploymentTarget target) {
        return (force
                        ? "Forget %s? Infrastructure that is left stays in place; you have to remove it yourself."
                        : "Delete %s and its infrastructure?")
                .formatted(target.title());
    }

    private void forget(ServerClient client, DeploymentTarget target) {
        String arn = target.arn(client).orElseThrow(target::missing);
        var left = client.call(ApiModel.FORCE_DELETE, new ForceDeleteInput(arn)).leftBehind();
        context.terminal().note("%s was forgotten; its infrastructure was left in place".formatted(target.title()));
        context.terminal()
                .note(left.isEmpty() ? "No resource of it is known by name." : "These resources may still exist:");
        var table = new Table(context.terminal(), "LEFT BEHIND", "IDENTIFIER", "PROVISIONED BY");
        left.forEach(resource -> table.row(
                resource.name().orElse(""),
                resource.identifier().orElse(""),
                resource.provisioningEngine().map(engine -> engine.value()).orElse("")));
        table.print();
    }
}

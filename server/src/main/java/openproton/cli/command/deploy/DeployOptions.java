package openproton.cli.command.deploy;

import java.util.Set;
import openproton.cli.command.EndpointOptions;
import openproton.cli.command.WaitOptions;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateReference;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of every deployment: server, name, template, and whether to wait.
final class DeployOptions {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Parameters(paramLabel = "NAME", description = "The name of the environment or service.")
    private String name = "";

    @Option(
            names = "--template",
            required = true,
            paramLabel = "NAME[:MAJOR[.MINOR]]",
            description = "The template. Without a version, the recommended version.")
    private String template = "";

    @Mixin
    private final WaitOptions wait;

    DeployOptions(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
        this.wait = new WaitOptions(context);
    }

    ServerClient client() {
        return server.client();
    }

    String name() {
        return name;
    }

    TemplateReference template() {
        return TemplateReference.parse(template);
    }

    /// Follows the started deployments and ends the command.
    int finish(ServerClient client, DeploymentTarget target, Set<String> old) {
        return wait.finish(client, target, old);
    }

    /// Ends a command that has nothing to deploy.
    int upToDate(DeploymentTarget target) {
        context.terminal().note("%s is up to date; use --again to deploy it anyway".formatted(target.title()));
        return ExitCode.OK.status();
    }
}

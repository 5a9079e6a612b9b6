package openproton.cli.command;

import java.util.Set;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.Follower;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.Option;

/// The option that decides whether a command waits for the deployments it started.
public final class WaitOptions {
    private final CommandContext context;

    @Option(names = "--no-wait", description = "Start the deployment and exit; do not follow it.")
    private boolean noWait;

    public WaitOptions(CommandContext context) {
        this.context = context;
    }

    /// Follows the started deployments and shows the outputs, unless the user does not want to wait.
    ///
    /// @param old ids of deployments that ended before
    /// @return the exit status of the command
    public int finish(ServerClient client, DeploymentTarget target, Set<String> old) {
        if (noWait) {
            context.terminal().note("The deployment was started. Follow it with: %s".formatted(target.logsCommand()));
            return ExitCode.OK.status();
        }
        return Follower.ofDeployments(client, context).followToOutputs(target, old);
    }
}

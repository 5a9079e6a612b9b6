package openproton.cli.command.deploy;

import java.util.Map;
import openproton.cli.terminal.CommandContext;

/// The commands below `openproton deploy`.
public final class DeployCommands {
    private DeployCommands() {}

    /// The commands by name.
    public static Map<String, Object> all(CommandContext context) {
        return Map.of(
                "environment", new DeployEnvironmentCommand(context),
                "service", new DeployServiceCommand(context),
                "synced-service", new DeploySyncedServiceCommand(context));
    }
}

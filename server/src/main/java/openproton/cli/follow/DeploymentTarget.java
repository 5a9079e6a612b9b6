package openproton.cli.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.api.Output;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.ServerClient;

/// An environment, a service or a component, by name; the server may or may not have it.
public sealed interface DeploymentTarget permits EnvironmentTarget, ServiceTarget, ComponentTarget {
    String name();

    TargetKind kind();

    /// Empty when the target does not exist.
    Optional<String> arn(ServerClient client);

    /// Empty when the target does not exist.
    Optional<TargetStatus> status(ServerClient client);

    /// The outputs of each part, by label.
    Map<String, List<Output>> outputs(ServerClient client);

    /// How messages name the target, such as `service 'shop'`.
    default String title() {
        return "%s '%s'".formatted(kind(), name());
    }

    /// How progress lines name the target, such as `service shop`.
    default String label() {
        return "%s %s".formatted(kind(), name());
    }

    /// The command that follows the deployments of the target.
    default String logsCommand() {
        return "openproton logs %s --follow".formatted(label());
    }

    /// @throws CommandFailure when the target does not exist
    default TargetStatus requireStatus(ServerClient client) {
        return status(client).orElseThrow(this::missing);
    }

    /// The error for a target that does not exist.
    default CommandFailure missing() {
        return CommandFailure.failed("there is no %s".formatted(title()));
    }

    /// The ids of the last deployments; none when the target does not exist.
    default Set<String> deployments(ServerClient client) {
        return status(client).map(TargetStatus::deployments).orElse(Set.of());
    }
}

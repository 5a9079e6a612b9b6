package openproton.cli.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Environment;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetEnvironmentOutput;
import openproton.api.ListEnvironmentOutputsInput;
import openproton.api.ListEnvironmentOutputsOutput;
import openproton.api.Output;
import openproton.cli.wire.ServerClient;

/// An environment, which is its only part.
public record EnvironmentTarget(String name) implements DeploymentTarget {
    @Override
    public TargetKind kind() {
        return TargetKind.ENVIRONMENT;
    }

    /// Empty when the environment does not exist.
    public Optional<Environment> find(ServerClient client) {
        return client.find(ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput(name))
                .map(GetEnvironmentOutput::environment);
    }

    @Override
    public Optional<String> arn(ServerClient client) {
        return find(client).map(Environment::arn);
    }

    @Override
    public Optional<TargetStatus> status(ServerClient client) {
        return find(client)
                .map(found -> TargetStatus.of(new PartStatus(
                        label(),
                        found.deploymentStatus().value(),
                        found.lastAttemptedDeploymentId(),
                        found.deploymentStatusMessage())));
    }

    @Override
    public Map<String, List<Output>> outputs(ServerClient client) {
        return Map.of(
                label(),
                client.all(
                        ApiModel.LIST_ENVIRONMENT_OUTPUTS,
                        token -> new ListEnvironmentOutputsInput(name, token, Optional.empty()),
                        ListEnvironmentOutputsOutput::outputs,
                        ListEnvironmentOutputsOutput::nextToken));
    }
}

package openproton.cli.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Component;
import openproton.api.GetComponentInput;
import openproton.api.GetComponentOutput;
import openproton.api.ListComponentOutputsInput;
import openproton.api.ListComponentOutputsOutput;
import openproton.api.Output;
import openproton.cli.wire.ServerClient;

/// A component, which is its only part.
public record ComponentTarget(String name) implements DeploymentTarget {
    @Override
    public TargetKind kind() {
        return TargetKind.COMPONENT;
    }

    /// Empty when the component does not exist.
    public Optional<Component> find(ServerClient client) {
        return client.find(ApiModel.GET_COMPONENT, new GetComponentInput(name)).flatMap(GetComponentOutput::component);
    }

    @Override
    public Optional<String> arn(ServerClient client) {
        return find(client).map(Component::arn);
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
                        ApiModel.LIST_COMPONENT_OUTPUTS,
                        token -> new ListComponentOutputsInput(name, token, Optional.empty()),
                        ListComponentOutputsOutput::outputs,
                        ListComponentOutputsOutput::nextToken));
    }
}

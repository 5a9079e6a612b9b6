package openproton.cli;

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

/// A component, which is its only part.
record FollowedComponent(String name) implements Followed {
    @Override
    public String kind() {
        return "component";
    }

    @Override
    public Optional<String> arn(ApiClient client) {
        return find(client).map(Component::arn);
    }

    @Override
    public Optional<Look> look(ApiClient client) {
        return find(client).map(component -> {
            var standing = new Standing(
                    "component " + name,
                    component.deploymentStatus().value(),
                    component.lastAttemptedDeploymentId(),
                    component.deploymentStatusMessage());
            return new Look(standing.status(), standing.message(), List.of(standing));
        });
    }

    Optional<Component> find(ApiClient client) {
        return client.find(ApiModel.GET_COMPONENT, new GetComponentInput(name)).flatMap(GetComponentOutput::component);
    }

    @Override
    public Map<String, List<Output>> outputs(ApiClient client) {
        return Map.of(
                "component " + name,
                client.all(
                        ApiModel.LIST_COMPONENT_OUTPUTS,
                        token -> ListComponentOutputsInput.builder()
                                .componentName(name)
                                .nextToken(token)
                                .build(),
                        ListComponentOutputsOutput::outputs,
                        ListComponentOutputsOutput::nextToken));
    }
}

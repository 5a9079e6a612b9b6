package openproton.resource.component;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.request.Pages;

/// The operations on components.
public record ComponentOperations(Components components, Results results, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateComponent(components),
                new GetComponent(components),
                new UpdateComponent(components),
                new CancelComponentDeployment(components),
                new DeleteComponent(components),
                new ListComponents(components.database(), pages),
                new ListComponentOutputs(results),
                new ListComponentProvisionedResources(results));
    }
}

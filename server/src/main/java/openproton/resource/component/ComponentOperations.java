package openproton.resource.component;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on components.
public record ComponentOperations(Components components, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateComponent(components),
                new GetComponent(components),
                new UpdateComponent(components),
                new CancelComponentDeployment(components),
                new DeleteComponent(components),
                new ListComponents(pages),
                new ListComponentOutputs(),
                new ListComponentProvisionedResources());
    }
}

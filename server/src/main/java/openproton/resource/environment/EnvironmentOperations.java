package openproton.resource.environment;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on environments.
public record EnvironmentOperations(Environments environments, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironment(environments),
                new GetEnvironment(environments),
                new UpdateEnvironment(environments),
                new CancelEnvironmentDeployment(environments),
                new DeleteEnvironment(environments),
                new ListEnvironments(pages),
                new ListEnvironmentOutputs(),
                new ListEnvironmentProvisionedResources());
    }
}

package openproton.resource.environment;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.request.Pages;

/// The operations on environments.
public record EnvironmentOperations(Environments environments, Results results, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironment(environments),
                new GetEnvironment(environments),
                new UpdateEnvironment(environments),
                new CancelEnvironmentDeployment(environments),
                new DeleteEnvironment(environments),
                new ListEnvironments(environments.database(), pages),
                new ListEnvironmentOutputs(results),
                new ListEnvironmentProvisionedResources(results));
    }
}

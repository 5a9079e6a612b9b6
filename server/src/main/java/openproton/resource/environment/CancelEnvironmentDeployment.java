package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.CancelEnvironmentDeploymentInput;
import openproton.api.CancelEnvironmentDeploymentOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// Asks a running environment update to stop; how that ends shows later.
public record CancelEnvironmentDeployment(Environments environments)
        implements Operation<CancelEnvironmentDeploymentInput, CancelEnvironmentDeploymentOutput> {

    @Override
    public CancelEnvironmentDeploymentOutput handle(CancelEnvironmentDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        return environments.database().inTransaction(tx -> {
            StoredEnvironment environment = environments.get(tx, scope, input.environmentName());
            environments.deployments().cancel(tx, environment.deployable());
            return new CancelEnvironmentDeploymentOutput(
                    environments.get(tx, scope, input.environmentName()).inDetail());
        });
    }
}

package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.CancelEnvironmentDeploymentInput;
import openproton.api.CancelEnvironmentDeploymentOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Asks a running environment update to stop; how that ends shows later.
public record CancelEnvironmentDeployment(Environments environments)
        implements Change<CancelEnvironmentDeploymentInput, CancelEnvironmentDeploymentOutput> {

    @Override
    public CancelEnvironmentDeploymentOutput handle(
            Transaction tx, CancelEnvironmentDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        StoredEnvironment environment = environments.get(tx, scope, input.environmentName());
        environments.deployments().cancel(tx, environment.deployable());
        return new CancelEnvironmentDeploymentOutput(
                environments.get(tx, scope, input.environmentName()).inDetail());
    }
}

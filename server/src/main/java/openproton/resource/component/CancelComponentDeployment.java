package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.CancelComponentDeploymentInput;
import openproton.api.CancelComponentDeploymentOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Asks a running component deployment to stop, the first one too; how that ends shows later.
public record CancelComponentDeployment(Components components)
        implements Change<CancelComponentDeploymentInput, CancelComponentDeploymentOutput> {

    @Override
    public CancelComponentDeploymentOutput handle(Transaction tx, CancelComponentDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        var component = Components.get(tx, scope, input.componentName());
        components.deployments().cancel(tx, component.deployable());
        return new CancelComponentDeploymentOutput(
                Components.show(tx, scope, input.componentName()).orElseThrow());
    }
}

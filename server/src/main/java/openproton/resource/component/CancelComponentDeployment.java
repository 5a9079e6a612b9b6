package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.CancelComponentDeploymentInput;
import openproton.api.CancelComponentDeploymentOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// Asks a running component deployment to stop, the first one too; how that ends shows later.
public record CancelComponentDeployment(Components components)
        implements Operation<CancelComponentDeploymentInput, CancelComponentDeploymentOutput> {

    @Override
    public CancelComponentDeploymentOutput handle(CancelComponentDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        return components.database().inTransaction(tx -> {
            var component = Components.get(tx, scope, input.componentName());
            components.deployments().cancel(tx, component.deployable());
            return new CancelComponentDeploymentOutput(
                    Components.show(tx, scope, input.componentName()).orElseThrow());
        });
    }
}

package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.CancelServiceInstanceDeploymentInput;
import openproton.api.CancelServiceInstanceDeploymentOutput;
import openproton.change.Deployable;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.service.Services;
import openproton.store.Transaction;

/// Asks a running service instance update to stop; how that ends shows later.
public record CancelServiceInstanceDeployment(Services services)
        implements Change<CancelServiceInstanceDeploymentInput, CancelServiceInstanceDeploymentOutput> {

    @Override
    public CancelServiceInstanceDeploymentOutput handle(
            Transaction tx, CancelServiceInstanceDeploymentInput input, Caller caller) {
        Deployable instance = Instances.get(tx, Scope.of(caller), input.serviceName(), input.serviceInstanceName());
        services.deployments().cancel(tx, instance);
        return new CancelServiceInstanceDeploymentOutput(Instances.show(tx, instance));
    }
}

package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.CancelServiceInstanceDeploymentInput;
import openproton.api.CancelServiceInstanceDeploymentOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Deployable;
import openproton.resource.request.Scope;
import openproton.resource.service.Services;

/// Asks a running service instance update to stop; how that ends shows later.
public record CancelServiceInstanceDeployment(Services services)
        implements Operation<CancelServiceInstanceDeploymentInput, CancelServiceInstanceDeploymentOutput> {

    @Override
    public CancelServiceInstanceDeploymentOutput handle(CancelServiceInstanceDeploymentInput input, Caller caller) {
        return services.database().inTransaction(tx -> {
            Deployable instance = Instances.get(tx, Scope.of(caller), input.serviceName(), input.serviceInstanceName());
            services.deployments().cancel(tx, instance);
            return new CancelServiceInstanceDeploymentOutput(Instances.show(tx, instance));
        });
    }
}

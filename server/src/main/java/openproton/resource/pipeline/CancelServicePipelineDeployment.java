package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.CancelServicePipelineDeploymentInput;
import openproton.api.CancelServicePipelineDeploymentOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.service.ServiceViews;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.store.Transaction;

/// Asks a running pipeline update to stop; not one that is part of an edit of the service.
public record CancelServicePipelineDeployment(Services services)
        implements Change<CancelServicePipelineDeploymentInput, CancelServicePipelineDeploymentOutput> {

    @Override
    public CancelServicePipelineDeploymentOutput handle(
            Transaction tx, CancelServicePipelineDeploymentInput input, Caller caller) {
        StoredService service = services.get(tx, Scope.of(caller), input.serviceName());
        Services.requireSettled(service);
        services.deployments().cancel(tx, Pipelines.get(tx, service));
        return new CancelServicePipelineDeploymentOutput(ServiceViews.pipeline(Pipelines.get(tx, service)));
    }
}

package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.CancelServicePipelineDeploymentInput;
import openproton.api.CancelServicePipelineDeploymentOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.resource.service.ServiceViews;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;

/// Asks a running pipeline update to stop; not one that is part of an edit of the service.
public record CancelServicePipelineDeployment(Services services)
        implements Operation<CancelServicePipelineDeploymentInput, CancelServicePipelineDeploymentOutput> {

    @Override
    public CancelServicePipelineDeploymentOutput handle(CancelServicePipelineDeploymentInput input, Caller caller) {
        return services.database().inTransaction(tx -> {
            StoredService service = services.get(tx, Scope.of(caller), input.serviceName());
            Services.requireSettled(service);
            services.deployments().cancel(tx, Pipelines.get(tx, service));
            return new CancelServicePipelineDeploymentOutput(ServiceViews.pipeline(Pipelines.get(tx, service)));
        });
    }
}

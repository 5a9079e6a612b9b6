package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.ListServicePipelineProvisionedResourcesInput;
import openproton.api.ListServicePipelineProvisionedResourcesOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What the last successful deployment of a pipeline provisioned.
public record ListServicePipelineProvisionedResources()
        implements Query<ListServicePipelineProvisionedResourcesInput, ListServicePipelineProvisionedResourcesOutput> {

    @Override
    public ListServicePipelineProvisionedResourcesOutput handle(
            Transaction tx, ListServicePipelineProvisionedResourcesInput input, Caller caller) {
        var target = Target.pipeline(Scope.of(caller), "", input.serviceName());
        return ListServicePipelineProvisionedResourcesOutput.builder()
                .provisionedResources(new Results(tx).resources(target))
                .build();
    }
}

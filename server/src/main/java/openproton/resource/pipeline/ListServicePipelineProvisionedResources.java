package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.ListServicePipelineProvisionedResourcesInput;
import openproton.api.ListServicePipelineProvisionedResourcesOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What the last successful deployment of a pipeline provisioned.
public record ListServicePipelineProvisionedResources(Results results)
        implements Operation<
                ListServicePipelineProvisionedResourcesInput, ListServicePipelineProvisionedResourcesOutput> {

    @Override
    public ListServicePipelineProvisionedResourcesOutput handle(
            ListServicePipelineProvisionedResourcesInput input, Caller caller) {
        var target = Target.pipeline(Scope.of(caller), "", input.serviceName());
        return ListServicePipelineProvisionedResourcesOutput.builder()
                .provisionedResources(results.resources(target))
                .build();
    }
}

package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.ListServiceInstanceProvisionedResourcesInput;
import openproton.api.ListServiceInstanceProvisionedResourcesOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What the last successful deployment of a service instance provisioned.
public record ListServiceInstanceProvisionedResources(Results results)
        implements Operation<
                ListServiceInstanceProvisionedResourcesInput, ListServiceInstanceProvisionedResourcesOutput> {

    @Override
    public ListServiceInstanceProvisionedResourcesOutput handle(
            ListServiceInstanceProvisionedResourcesInput input, Caller caller) {
        var target = Target.instance(Scope.of(caller), "", input.serviceName(), input.serviceInstanceName());
        return ListServiceInstanceProvisionedResourcesOutput.builder()
                .provisionedResources(results.resources(target))
                .build();
    }
}

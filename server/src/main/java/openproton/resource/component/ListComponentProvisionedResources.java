package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.ListComponentProvisionedResourcesInput;
import openproton.api.ListComponentProvisionedResourcesOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What the last successful deployment of a component provisioned.
public record ListComponentProvisionedResources(Results results)
        implements Operation<ListComponentProvisionedResourcesInput, ListComponentProvisionedResourcesOutput> {

    @Override
    public ListComponentProvisionedResourcesOutput handle(ListComponentProvisionedResourcesInput input, Caller caller) {
        var target = Target.component(Scope.of(caller), "", input.componentName());
        return ListComponentProvisionedResourcesOutput.builder()
                .provisionedResources(results.resources(target))
                .build();
    }
}

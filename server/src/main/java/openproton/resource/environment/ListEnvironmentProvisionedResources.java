package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.ListEnvironmentProvisionedResourcesInput;
import openproton.api.ListEnvironmentProvisionedResourcesOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What the last successful deployment of an environment provisioned.
public record ListEnvironmentProvisionedResources(Results results)
        implements Operation<ListEnvironmentProvisionedResourcesInput, ListEnvironmentProvisionedResourcesOutput> {

    @Override
    public ListEnvironmentProvisionedResourcesOutput handle(
            ListEnvironmentProvisionedResourcesInput input, Caller caller) {
        var target = Target.environment(Scope.of(caller), input.environmentName());
        return ListEnvironmentProvisionedResourcesOutput.builder()
                .provisionedResources(results.resources(target))
                .build();
    }
}

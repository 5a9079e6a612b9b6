package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.ListEnvironmentProvisionedResourcesInput;
import openproton.api.ListEnvironmentProvisionedResourcesOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What the last successful deployment of an environment provisioned.
public record ListEnvironmentProvisionedResources()
        implements Query<ListEnvironmentProvisionedResourcesInput, ListEnvironmentProvisionedResourcesOutput> {

    @Override
    public ListEnvironmentProvisionedResourcesOutput handle(
            Transaction tx, ListEnvironmentProvisionedResourcesInput input, Caller caller) {
        var target = Target.environment(Scope.of(caller), input.environmentName());
        return ListEnvironmentProvisionedResourcesOutput.builder()
                .provisionedResources(new Results(tx).resources(target))
                .build();
    }
}

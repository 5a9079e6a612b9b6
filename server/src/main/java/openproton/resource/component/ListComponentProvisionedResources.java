package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.ListComponentProvisionedResourcesInput;
import openproton.api.ListComponentProvisionedResourcesOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What the last successful deployment of a component provisioned.
public record ListComponentProvisionedResources()
        implements Query<ListComponentProvisionedResourcesInput, ListComponentProvisionedResourcesOutput> {

    @Override
    public ListComponentProvisionedResourcesOutput handle(
            Transaction tx, ListComponentProvisionedResourcesInput input, Caller caller) {
        var target = Target.component(Scope.of(caller), "", input.componentName());
        return ListComponentProvisionedResourcesOutput.builder()
                .provisionedResources(new Results(tx).resources(target))
                .build();
    }
}

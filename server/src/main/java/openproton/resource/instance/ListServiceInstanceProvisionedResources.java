package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.ListServiceInstanceProvisionedResourcesInput;
import openproton.api.ListServiceInstanceProvisionedResourcesOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What the last successful deployment of a service instance provisioned.
public record ListServiceInstanceProvisionedResources()
        implements Query<ListServiceInstanceProvisionedResourcesInput, ListServiceInstanceProvisionedResourcesOutput> {

    @Override
    public ListServiceInstanceProvisionedResourcesOutput handle(
            Transaction tx, ListServiceInstanceProvisionedResourcesInput input, Caller caller) {
        var target = Target.instance(Scope.of(caller), "", input.serviceName(), input.serviceInstanceName());
        return ListServiceInstanceProvisionedResourcesOutput.builder()
                .provisionedResources(new Results(tx).resources(target))
                .build();
    }
}

package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.ListServiceInstanceOutputsInput;
import openproton.api.ListServiceInstanceOutputsOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What a service instance tells others, as of its last success or of one of its deployments.
public record ListServiceInstanceOutputs()
        implements Query<ListServiceInstanceOutputsInput, ListServiceInstanceOutputsOutput> {

    @Override
    public ListServiceInstanceOutputsOutput handle(
            Transaction tx, ListServiceInstanceOutputsInput input, Caller caller) {
        var target = Target.instance(Scope.of(caller), "", input.serviceName(), input.serviceInstanceName());
        return ListServiceInstanceOutputsOutput.builder()
                .outputs(new Results(tx).outputs(target, input.deploymentId()))
                .build();
    }
}

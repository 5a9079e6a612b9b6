package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.ListServiceInstanceOutputsInput;
import openproton.api.ListServiceInstanceOutputsOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What a service instance tells others, as of its last success or of one of its deployments.
public record ListServiceInstanceOutputs(Results results)
        implements Operation<ListServiceInstanceOutputsInput, ListServiceInstanceOutputsOutput> {

    @Override
    public ListServiceInstanceOutputsOutput handle(ListServiceInstanceOutputsInput input, Caller caller) {
        var target = Target.instance(Scope.of(caller), "", input.serviceName(), input.serviceInstanceName());
        return ListServiceInstanceOutputsOutput.builder()
                .outputs(results.outputs(target, input.deploymentId()))
                .build();
    }
}

package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.ListComponentOutputsInput;
import openproton.api.ListComponentOutputsOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What a component tells its instance, as of its last success or of one of its deployments.
public record ListComponentOutputs(Results results)
        implements Operation<ListComponentOutputsInput, ListComponentOutputsOutput> {

    @Override
    public ListComponentOutputsOutput handle(ListComponentOutputsInput input, Caller caller) {
        var target = Target.component(Scope.of(caller), "", input.componentName());
        return ListComponentOutputsOutput.builder()
                .outputs(results.outputs(target, input.deploymentId()))
                .build();
    }
}

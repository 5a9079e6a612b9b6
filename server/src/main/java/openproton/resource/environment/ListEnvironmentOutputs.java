package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.ListEnvironmentOutputsInput;
import openproton.api.ListEnvironmentOutputsOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What an environment tells others, as of its last success or of one of its deployments.
public record ListEnvironmentOutputs(Results results)
        implements Operation<ListEnvironmentOutputsInput, ListEnvironmentOutputsOutput> {

    @Override
    public ListEnvironmentOutputsOutput handle(ListEnvironmentOutputsInput input, Caller caller) {
        var target = Target.environment(Scope.of(caller), input.environmentName());
        return ListEnvironmentOutputsOutput.builder()
                .outputs(results.outputs(target, input.deploymentId()))
                .build();
    }
}

package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.ListServicePipelineOutputsInput;
import openproton.api.ListServicePipelineOutputsOutput;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;

/// What a pipeline tells others, as of its last success or of one of its deployments.
public record ListServicePipelineOutputs(Results results)
        implements Operation<ListServicePipelineOutputsInput, ListServicePipelineOutputsOutput> {

    @Override
    public ListServicePipelineOutputsOutput handle(ListServicePipelineOutputsInput input, Caller caller) {
        var target = Target.pipeline(Scope.of(caller), "", input.serviceName());
        return ListServicePipelineOutputsOutput.builder()
                .outputs(results.outputs(target, input.deploymentId()))
                .build();
    }
}

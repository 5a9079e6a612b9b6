package openproton.resource.pipeline;

import openproton.api.Caller;
import openproton.api.ListServicePipelineOutputsInput;
import openproton.api.ListServicePipelineOutputsOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What a pipeline tells others, as of its last success or of one of its deployments.
public record ListServicePipelineOutputs()
        implements Query<ListServicePipelineOutputsInput, ListServicePipelineOutputsOutput> {

    @Override
    public ListServicePipelineOutputsOutput handle(
            Transaction tx, ListServicePipelineOutputsInput input, Caller caller) {
        var target = Target.pipeline(Scope.of(caller), "", input.serviceName());
        return ListServicePipelineOutputsOutput.builder()
                .outputs(new Results(tx).outputs(target, input.deploymentId()))
                .build();
    }
}

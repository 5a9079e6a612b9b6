package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.ListEnvironmentOutputsInput;
import openproton.api.ListEnvironmentOutputsOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What an environment tells others, as of its last success or of one of its deployments.
public record ListEnvironmentOutputs() implements Query<ListEnvironmentOutputsInput, ListEnvironmentOutputsOutput> {

    @Override
    public ListEnvironmentOutputsOutput handle(Transaction tx, ListEnvironmentOutputsInput input, Caller caller) {
        var target = Target.environment(Scope.of(caller), input.environmentName());
        return ListEnvironmentOutputsOutput.builder()
                .outputs(new Results(tx).outputs(target, input.deploymentId()))
                .build();
    }
}

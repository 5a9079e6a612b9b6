package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.ListComponentOutputsInput;
import openproton.api.ListComponentOutputsOutput;
import openproton.change.Target;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.deployment.Results;
import openproton.store.Transaction;

/// What a component tells its instance, as of its last success or of one of its deployments.
public record ListComponentOutputs() implements Query<ListComponentOutputsInput, ListComponentOutputsOutput> {

    @Override
    public ListComponentOutputsOutput handle(Transaction tx, ListComponentOutputsInput input, Caller caller) {
        var target = Target.component(Scope.of(caller), "", input.componentName());
        return ListComponentOutputsOutput.builder()
                .outputs(new Results(tx).outputs(target, input.deploymentId()))
                .build();
    }
}

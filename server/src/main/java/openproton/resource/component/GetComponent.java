package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.GetComponentInput;
import openproton.api.GetComponentOutput;
import openproton.api.ResourceNotFoundException;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One component in detail.
public record GetComponent(Components components) implements Query<GetComponentInput, GetComponentOutput> {

    @Override
    public GetComponentOutput handle(Transaction tx, GetComponentInput input, Caller caller) {
        return Components.show(tx, Scope.of(caller), input.name())
                .map(found -> GetComponentOutput.builder().component(found).build())
                .orElseThrow(
                        () -> new ResourceNotFoundException("component '%s' does not exist".formatted(input.name())));
    }
}

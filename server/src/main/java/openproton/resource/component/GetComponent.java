package openproton.resource.component;

import openproton.api.Caller;
import openproton.api.GetComponentInput;
import openproton.api.GetComponentOutput;
import openproton.api.Operation;
import openproton.api.ResourceNotFoundException;
import openproton.resource.request.Scope;

/// One component in detail.
public record GetComponent(Components components) implements Operation<GetComponentInput, GetComponentOutput> {

    @Override
    public GetComponentOutput handle(GetComponentInput input, Caller caller) {
        return components
                .database()
                .read(tx -> Components.show(tx, Scope.of(caller), input.name())
                        .map(found ->
                                GetComponentOutput.builder().component(found).build())
                        .orElseThrow(() -> new ResourceNotFoundException(
                                "component '%s' does not exist".formatted(input.name()))));
    }
}

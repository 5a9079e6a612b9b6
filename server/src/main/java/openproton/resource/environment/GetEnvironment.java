package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetEnvironmentOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// One environment in detail.
public record GetEnvironment(Environments environments)
        implements Operation<GetEnvironmentInput, GetEnvironmentOutput> {

    @Override
    public GetEnvironmentOutput handle(GetEnvironmentInput input, Caller caller) {
        return new GetEnvironmentOutput(environments
                .database()
                .read(tx -> environments.get(tx, Scope.of(caller), input.name()))
                .inDetail());
    }
}

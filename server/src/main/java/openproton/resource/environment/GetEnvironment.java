package openproton.resource.environment;

import openproton.api.Caller;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetEnvironmentOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One environment in detail.
public record GetEnvironment(Environments environments) implements Query<GetEnvironmentInput, GetEnvironmentOutput> {

    @Override
    public GetEnvironmentOutput handle(Transaction tx, GetEnvironmentInput input, Caller caller) {
        return new GetEnvironmentOutput(
                environments.get(tx, Scope.of(caller), input.name()).inDetail());
    }
}

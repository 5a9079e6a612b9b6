package openproton.resource.repository;

import openproton.api.Caller;
import openproton.api.GetRepositoryInput;
import openproton.api.GetRepositoryOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One linked repository in detail.
public record GetRepository() implements Query<GetRepositoryInput, GetRepositoryOutput> {

    @Override
    public GetRepositoryOutput handle(Transaction tx, GetRepositoryInput input, Caller caller) {
        return new GetRepositoryOutput(Repositories.get(tx, Scope.of(caller), input.provider(), input.name())
                .inDetail());
    }
}

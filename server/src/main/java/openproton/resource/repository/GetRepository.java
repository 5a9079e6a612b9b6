package openproton.resource.repository;

import openproton.api.Caller;
import openproton.api.GetRepositoryInput;
import openproton.api.GetRepositoryOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// One linked repository in detail.
public record GetRepository(Database database) implements Operation<GetRepositoryInput, GetRepositoryOutput> {

    @Override
    public GetRepositoryOutput handle(GetRepositoryInput input, Caller caller) {
        return database.read(
                tx -> new GetRepositoryOutput(Repositories.get(tx, Scope.of(caller), input.provider(), input.name())
                        .inDetail()));
    }
}

package openproton.resource.repository;

import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeleteRepositoryInput;
import openproton.api.DeleteRepositoryOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Removes the link to a repository that nothing refers to; its content is not touched.
public record DeleteRepository(Repositories repositories)
        implements Change<DeleteRepositoryInput, DeleteRepositoryOutput> {

    @Override
    public DeleteRepositoryOutput handle(Transaction tx, DeleteRepositoryInput input, Caller caller) {
        var repository = Repositories.get(tx, Scope.of(caller), input.provider(), input.name());
        var table = new RepositoryTable(tx);
        table.anyUse(repository).ifPresent(use -> {
            throw new ConflictException(
                    "%s refers to %s; change or delete that first".formatted(use, repository.words()));
        });
        table.delete(repository.arn());
        new Tags(tx).forget(repository.arn());
        return DeleteRepositoryOutput.builder()
                .repository(repository.inDetail())
                .build();
    }
}

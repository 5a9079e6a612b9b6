package openproton.resource.repository;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateRepositoryInput;
import openproton.api.CreateRepositoryOutput;
import openproton.api.Operation;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Links a git repository that a configured connection reaches.
public record CreateRepository(Repositories repositories)
        implements Operation<CreateRepositoryInput, CreateRepositoryOutput> {

    @Override
    public CreateRepositoryOutput handle(CreateRepositoryInput input, Caller caller) {
        var repository = new StoredRepository(
                Scope.of(caller), input.provider(), input.name(), input.connectionArn(), input.encryptionKey());
        boolean linked = repositories.database().read(tx -> find(tx, repository).isPresent());
        if (!linked) {
            repositories.reach().require(caller.account(), input.connectionArn(), input.provider(), input.name());
        }
        return repositories.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.CREATE_REPOSITORY,
                    input,
                    caller,
                    repository.arn(),
                    _ -> find(tx, repository).map(CreateRepository::answer));
            return repositories.idempotency().answer(tx, request, () -> link(tx, repository, input));
        });
    }

    private static Optional<StoredRepository> find(Transaction tx, StoredRepository repository) {
        return new RepositoryTable(tx).find(repository.scope(), repository.provider(), repository.name());
    }

    private static CreateRepositoryOutput link(
            Transaction tx, StoredRepository repository, CreateRepositoryInput input) {
        new RepositoryTable(tx).insert(repository);
        new Tags(tx)
                .create(
                        repository.scope(),
                        repository.arn(),
                        Optional.empty(),
                        input.tags().orElse(List.of()),
                        Map.of());
        return answer(repository);
    }

    private static CreateRepositoryOutput answer(StoredRepository repository) {
        return new CreateRepositoryOutput(repository.inDetail());
    }
}

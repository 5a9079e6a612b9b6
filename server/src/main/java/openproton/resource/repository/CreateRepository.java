package openproton.resource.repository;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateRepositoryInput;
import openproton.api.CreateRepositoryOutput;
import openproton.request.Errand;
import openproton.request.Repeatable;
import openproton.request.Rows;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Links a git repository that a configured connection reaches.
public record CreateRepository(Repositories repositories)
        implements Errand<CreateRepositoryInput, CreateRepositoryOutput> {

    @Override
    public Repeatable<CreateRepositoryInput, CreateRepositoryOutput> prepare(
            Rows rows, CreateRepositoryInput input, Caller caller) {
        var repository = new StoredRepository(
                Scope.of(caller), input.provider(), input.name(), input.connectionArn(), input.encryptionKey());
        if (rows.read(tx -> find(tx, repository)).isEmpty()) {
            repositories.reach().require(caller.account(), input.connectionArn(), input.provider(), input.name());
        }
        return new Link(repository);
    }

    /// Keeps a repository that can be reached.
    private record Link(StoredRepository repository)
            implements Repeatable<CreateRepositoryInput, CreateRepositoryOutput> {

        @Override
        public String resource(CreateRepositoryInput input, Caller caller) {
            return repository.arn();
        }

        @Override
        public Optional<CreateRepositoryOutput> current(
                Transaction tx, String resource, CreateRepositoryInput input, Caller caller) {
            return find(tx, repository).map(CreateRepository::answer);
        }

        @Override
        public CreateRepositoryOutput handle(Transaction tx, CreateRepositoryInput input, Caller caller) {
            return link(tx, repository, input);
        }
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

package openproton.resource.repository;

import java.util.Optional;
import openproton.api.RepositoryProvider;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of linked repositories.
public record RepositoryTable(Transaction tx) {
    static final String SELECT = "SELECT * FROM repository WHERE account = ? AND region = ?";
    private static final String INSERT = """
        INSERT INTO repository (arn, account, region, provider, name, connection_arn, encryption_key)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String DELETE = "DELETE FROM repository WHERE arn = ?";

    /// What refers to a repository, in words.
    private static final String USES = """
        SELECT 'environment ''' || name || '''' AS words FROM environment
         WHERE account = ? AND region = ? AND repository_provider = ? AND repository_name = ?
        UNION ALL
        SELECT 'the pipeline repository of the account settings' FROM account_settings
         WHERE account = ? AND region = ? AND repository_provider = ? AND repository_name = ?
        UNION ALL
        SELECT 'the sync configuration of ' || '''' || name || '''' FROM sync_config
         WHERE account = ? AND region = ? AND repository_provider = ? AND repository_name = ?
         LIMIT 1
        """;

    /// The link to a repository.
    public Optional<StoredRepository> find(Scope scope, RepositoryProvider provider, String name) {
        return tx.find(
                SELECT + " AND provider = ? AND name = ?",
                RepositoryTable::read,
                scope.account(),
                scope.region(),
                provider,
                name);
    }

    void insert(StoredRepository repository) {
        tx.update(
                INSERT,
                repository.arn(),
                repository.scope().account(),
                repository.scope().region(),
                repository.provider(),
                repository.name(),
                repository.connectionArn(),
                repository.encryptionKey());
    }

    void delete(String arn) {
        tx.update(DELETE, arn);
    }

    /// Any one thing that refers to a repository, in words.
    Optional<String> anyUse(StoredRepository repository) {
        var use = new Object[] {
            repository.scope().account(), repository.scope().region(), repository.provider(), repository.name()
        };
        var all = new Object[use.length * 3];
        for (int i = 0; i < all.length; i++) {
            all[i] = use[i % use.length];
        }
        return tx.find(USES, row -> row.text("words"), all);
    }

    static StoredRepository read(Row row) {
        return new StoredRepository(
                new Scope(row.text("account"), row.text("region")),
                RepositoryProvider.valueOf(row.text("provider")),
                row.text("name"),
                row.text("connection_arn"),
                row.optionalText("encryption_key"));
    }
}

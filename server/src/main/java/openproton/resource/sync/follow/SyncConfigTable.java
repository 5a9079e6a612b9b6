package openproton.resource.sync.follow;

import java.util.List;
import java.util.Optional;
import openproton.store.Transaction;

/// The SQL of sync configurations.
public record SyncConfigTable(Transaction tx) {
    private static final String FIND = """
        SELECT * FROM sync_config WHERE account = ? AND region = ? AND sync_type = ? AND kind = ? AND name = ?
        """;
    private static final String FOLLOWING = """
        SELECT * FROM sync_config
         WHERE account = ? AND region = ? AND repository_provider = ? AND repository_name = ? AND sync_type = ?
           AND (repository_branch = ?
                OR (kind = '' AND EXISTS (SELECT 1 FROM sync_entry
                                           WHERE sync_entry.account = sync_config.account
                                             AND sync_entry.region = sync_config.region
                                             AND sync_entry.service = sync_config.name
                                             AND sync_entry.branch = ?)))
         ORDER BY kind, name
        """;
    private static final String OF_REPOSITORY = """
        SELECT * FROM sync_config
         WHERE account = ? AND region = ? AND repository_provider = ? AND repository_name = ? AND sync_type = ?
         ORDER BY kind, name
        """;
    private static final String ALL = "SELECT * FROM sync_config ORDER BY account, region, sync_type, kind, name";
    private static final String INSERT = """
        INSERT INTO sync_config (account, region, sync_type, kind, name, repository_provider, repository_name,
                                 repository_branch, path)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        UPDATE sync_config
           SET repository_provider = ?, repository_name = ?, repository_branch = ?, path = ?
         WHERE account = ? AND region = ? AND sync_type = ? AND kind = ? AND name = ?
        """;
    private static final String DELETE = """
        DELETE FROM sync_config WHERE account = ? AND region = ? AND sync_type = ? AND kind = ? AND name = ?
        """;

    /// The configuration of a follower.
    public Optional<SyncConfig> find(SyncConfig.SyncedResource follower) {
        return tx.find(
                FIND,
                SyncConfig::read,
                follower.scope().account(),
                follower.scope().region(),
                follower.type(),
                follower.kindText(),
                follower.name());
    }

    /// What follows a branch, or takes specs from it; environment templates first, because service templates may need
    /// them.
    public List<SyncConfig> following(FollowedBranch followed) {
        return tx.list(
                FOLLOWING,
                SyncConfig::read,
                followed.scope().account(),
                followed.scope().region(),
                followed.branch().provider(),
                followed.branch().name(),
                followed.type(),
                followed.branch().branch(),
                followed.branch().branch());
    }

    /// What follows any branch of the repository of a branch.
    public List<SyncConfig> ofRepository(FollowedBranch followed) {
        return tx.list(
                OF_REPOSITORY,
                SyncConfig::read,
                followed.scope().account(),
                followed.scope().region(),
                followed.branch().provider(),
                followed.branch().name(),
                followed.type());
    }

    /// Everything that follows anything.
    List<SyncConfig> all() {
        return tx.list(ALL, SyncConfig::read);
    }

    void insert(SyncConfig config) {
        var follower = config.follower();
        tx.update(
                INSERT,
                follower.scope().account(),
                follower.scope().region(),
                follower.type(),
                follower.kindText(),
                follower.name(),
                config.branch().provider(),
                config.branch().name(),
                config.branch().branch(),
                config.path());
    }

    void update(SyncConfig config) {
        var follower = config.follower();
        tx.update(
                UPDATE,
                config.branch().provider(),
                config.branch().name(),
                config.branch().branch(),
                config.path(),
                follower.scope().account(),
                follower.scope().region(),
                follower.type(),
                follower.kindText(),
                follower.name());
    }

    public void delete(SyncConfig.SyncedResource follower) {
        tx.update(
                DELETE,
                follower.scope().account(),
                follower.scope().region(),
                follower.type(),
                follower.kindText(),
                follower.name());
    }
}

package openproton.resource.sync.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.store.Transaction;

/// The SQL of what keeps services from following.
record SyncBlockerTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM sync_blocker WHERE account = ? AND region = ? AND id = ?";
    private static final String LATEST = """
        SELECT * FROM sync_blocker
         WHERE account = ? AND region = ? AND service = ? AND instance = ?
         ORDER BY created_at DESC, id DESC
         LIMIT ?
        """;
    private static final String HOLDING = """
        SELECT * FROM sync_blocker
         WHERE account = ? AND region = ? AND service = ? AND (instance = '' OR instance = ?) AND resolved_at IS NULL
         ORDER BY instance, created_at, id
         LIMIT 1
        """;
    private static final String INSERT = """
        INSERT INTO sync_blocker (id, account, region, service, instance, reason, contexts, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String RESOLVE =
            "UPDATE sync_blocker SET resolved_reason = ?, resolved_at = ? WHERE id = ? AND resolved_at IS NULL";
    private static final String DELETE = "DELETE FROM sync_blocker WHERE account = ? AND region = ? AND service = ?";

    Optional<StoredBlocker> find(Scope scope, String id) {
        return tx.find(FIND, StoredBlocker::read, scope.account(), scope.region(), id);
    }

    /// The newest blockers of a service itself, or of one instance of it, newest first.
    List<StoredBlocker> latest(SyncConfig.SyncedResource service, Optional<String> instance, int max) {
        return tx.list(
                LATEST,
                StoredBlocker::read,
                service.scope().account(),
                service.scope().region(),
                service.name(),
                instance.orElse(""),
                max);
    }

    /// What holds an instance: a blocker of its service, or else its own oldest one.
    Optional<StoredBlocker> holding(SyncConfig.SyncedResource service, String instance) {
        return tx.find(
                HOLDING,
                StoredBlocker::read,
                service.scope().account(),
                service.scope().region(),
                service.name(),
                instance);
    }

    void insert(StoredBlocker blocker) {
        var scope = blocker.service().scope();
        tx.update(
                INSERT,
                blocker.id(),
                scope.account(),
                scope.region(),
                blocker.service().name(),
                blocker.instance().orElse(""),
                blocker.reason(),
                blocker.contextsAsJson(),
                blocker.times().createdAt());
    }

    void resolve(String id, String reason, Instant now) {
        tx.update(RESOLVE, reason, now, id);
    }

    void delete(SyncConfig.SyncedResource service) {
        tx.update(DELETE, service.scope().account(), service.scope().region(), service.name());
    }
}

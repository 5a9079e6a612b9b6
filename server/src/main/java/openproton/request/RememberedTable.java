package openproton.request;

import java.time.Instant;
import java.util.Optional;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of what makes retried requests recognizable.
record RememberedTable(Transaction tx) {
    private static final String FIND =
            "SELECT * FROM remembered WHERE account = ? AND region = ? AND operation = ? AND key = ?";
    private static final String INSERT = """
        INSERT INTO remembered (account, region, operation, key, resource, content, modified, at)
        VALUES (?, ?, ?, ?, ?, ?, 0, ?)
            ON CONFLICT (account, region, operation, key)
            DO UPDATE SET resource = excluded.resource, content = excluded.content, modified = 0, at = excluded.at
        """;
    private static final String MODIFY =
            "UPDATE remembered SET modified = 1 WHERE account = ? AND region = ? AND resource = ?";
    private static final String FORGET_OLD = "DELETE FROM remembered WHERE at < ? AND operation = ?";

    /// Something remembered.
    ///
    /// @param resource what the request created or deleted
    /// @param content the request or the answer as JSON
    /// @param modified whether the resource was changed since
    /// @param at when it was first requested
    record Memory(String resource, String content, boolean modified, Instant at) {
        private static Memory read(Row row) {
            return new Memory(row.text("resource"), row.text("content"), row.flag("modified"), row.instant("at"));
        }
    }

    Optional<Memory> find(Scope scope, String operation, String key) {
        return tx.find(FIND, Memory::read, scope.account(), scope.region(), operation, key);
    }

    void keep(Scope scope, String operation, String key, Memory memory) {
        tx.update(
                INSERT,
                scope.account(),
                scope.region(),
                operation,
                key,
                memory.resource(),
                memory.content(),
                memory.at());
    }

    void modify(Scope scope, String resource) {
        tx.update(MODIFY, scope.account(), scope.region(), resource);
    }

    void forgetOlder(String operation, Instant before) {
        tx.update(FORGET_OLD, before, operation);
    }
}

package openproton.auth.key;

import java.util.List;
import java.util.Optional;
import openproton.base.Json;
import openproton.base.JsonData;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of access keys.
record AccessKeyTable(Transaction tx) {
    private static final String INSERT = """
        INSERT INTO access_key (id, account, user_name, sealed_secret, policies, status, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String LIST = "SELECT * FROM access_key ORDER BY created_at, id";

    private static final String FIND = "SELECT * FROM access_key WHERE id = ?";

    private static final String SET_STATUS = "UPDATE access_key SET status = ? WHERE id = ?";

    /// A key with its secret, sealed.
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(AccessKey key, byte[] secret) {}

    void insert(AccessKey key, byte[] sealedSecret) {
        tx.update(
                INSERT,
                key.id(),
                key.account(),
                key.userName(),
                sealedSecret,
                Json.write(key.policies()),
                key.status(),
                key.createdAt());
    }

    List<AccessKey> list() {
        return tx.list(LIST, AccessKeyTable::key);
    }

    Optional<Sealed> find(String id) {
        return tx.find(FIND, row -> new Sealed(key(row), row.bytes("sealed_secret")), id);
    }

    /// @return whether there is such a key
    boolean setStatus(String id, AccessKey.Status status) {
        return tx.update(SET_STATUS, status, id) == 1;
    }

    private static AccessKey key(Row row) {
        return new AccessKey(
                row.text("id"),
                row.text("account"),
                row.text("user_name"),
                JsonData.texts(JsonData.read(row.text("policies"))),
                AccessKey.Status.valueOf(row.text("status")),
                row.instant("created_at"));
    }
}

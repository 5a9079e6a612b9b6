package openproton.auth.credential;

import java.time.Instant;
import java.util.Optional;
import openproton.store.Transaction;

/// The SQL of the role sessions that builds were given.
record RoleSessionTable(Transaction tx) {
    private static final String INSERT = "INSERT INTO role_session (key_id, sealed, expires_at) VALUES (?, ?, ?)";
    private static final String FIND = "SELECT sealed FROM role_session WHERE key_id = ?";
    private static final String DELETE_EXPIRED = "DELETE FROM role_session WHERE expires_at <= ?";

    void insert(String keyId, byte[] sealed, Instant expires) {
        tx.update(INSERT, keyId, sealed, expires);
    }

    Optional<byte[]> find(String keyId) {
        return tx.find(FIND, row -> row.bytes("sealed"), keyId);
    }

    void deleteExpired(Instant now) {
        tx.update(DELETE_EXPIRED, now);
    }
}

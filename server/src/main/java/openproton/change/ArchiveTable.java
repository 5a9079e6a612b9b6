package openproton.change;

import java.util.Optional;
import openproton.store.Transaction;

/// The SQL of kept archives: bundles, and the rendered files of deployments.
public record ArchiveTable(Transaction tx) {
    private static final String INSERT = "INSERT INTO archive (id, bytes) VALUES (?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String FIND = "SELECT bytes FROM archive WHERE id = ?";
    private static final String DELETE = "DELETE FROM archive WHERE id = ?";

    /// Keeps an archive; one of the same id stays as it is.
    public void insert(String id, byte[] bytes) {
        tx.update(INSERT, id, bytes);
    }

    /// The bytes of an archive.
    public Optional<byte[]> find(String id) {
        return tx.find(FIND, row -> row.bytes("bytes"), id);
    }

    /// Forgets an archive.
    public void delete(String id) {
        tx.update(DELETE, id);
    }
}

package openproton.resource.state;

import java.time.Instant;
import java.util.Optional;
import openproton.store.Transaction;

/// The SQL of the locks on Terraform's states.
record LockTable(Transaction tx) {
    private static final String FIND = "SELECT arn, deployment_id, lock_info FROM terraform_lock WHERE arn = ?";
    private static final String INSERT = """
        INSERT INTO terraform_lock (arn, deployment_id, lock_info, locked_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (arn) DO NOTHING
        """;
    private static final String DELETE = "DELETE FROM terraform_lock WHERE arn = ?";

    Optional<StateLock> find(String arn) {
        return tx.find(
                FIND, row -> new StateLock(row.text("arn"), row.text("deployment_id"), row.text("lock_info")), arn);
    }

    /// @return whether nobody else holds it
    boolean insert(StateLock lock, Instant now) {
        return tx.update(INSERT, lock.arn(), lock.deploymentId(), lock.info(), now) == 1;
    }

    void delete(String arn) {
        tx.update(DELETE, arn);
    }
}

package openproton.resource.state;

import java.util.Optional;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of Terraform's states.
record StateTable(Transaction tx) {
    private static final String NEWEST = """
        SELECT arn, number, deployment_id, written_at, sealed
          FROM terraform_state
         WHERE arn = ?
         ORDER BY number DESC
         LIMIT 1
        """;
    private static final String INSERT = """
        INSERT INTO terraform_state (arn, number, deployment_id, written_at, sealed) VALUES (?, ?, ?, ?, ?)
        """;
    private static final String DELETE_UP_TO = "DELETE FROM terraform_state WHERE arn = ? AND number <= ?";

    Optional<StateVersion> newest(String arn) {
        return tx.find(NEWEST, StateTable::read, arn);
    }

    void insert(StateVersion version) {
        tx.update(
                INSERT, version.arn(), version.number(), version.deploymentId(), version.writtenAt(), version.sealed());
    }

    /// Forgets a version and all older ones.
    void deleteUpTo(String arn, long number) {
        tx.update(DELETE_UP_TO, arn, number);
    }

    private static StateVersion read(Row row) {
        return new StateVersion(
                row.text("arn"),
                row.number("number"),
                row.text("deployment_id"),
                row.instant("written_at"),
                row.bytes("sealed"));
    }
}

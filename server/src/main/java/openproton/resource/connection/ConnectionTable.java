package openproton.resource.connection;

import java.time.Instant;
import java.util.Optional;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of connections between accounts.
public record ConnectionTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM account_connection WHERE id = ?";
    private static final String SAME = """
        SELECT * FROM account_connection
         WHERE region = ? AND management_account = ? AND environment_account = ? AND environment_name = ?
           AND status <> 'REJECTED'
        """;
    private static final String COUNT =
            "SELECT count(*) AS n FROM account_connection WHERE region = ? AND environment_account = ?";
    private static final String INSERT = """
        INSERT INTO account_connection (id, arn, region, management_account, environment_account, environment_name,
                                        role_arn, component_role_arn, codebuild_role_arn, status, requested_at,
                                        modified_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE = """
        UPDATE account_connection
           SET role_arn = ?, component_role_arn = ?, codebuild_role_arn = ?, status = ?, modified_at = ?
         WHERE id = ?
        """;
    private static final String DELETE = "DELETE FROM account_connection WHERE id = ?";
    private static final String USER = "SELECT name FROM environment WHERE connection_id = ? ORDER BY name LIMIT 1";

    /// The connection of an id.
    public Optional<StoredConnection> find(String id) {
        return tx.find(FIND, ConnectionTable::read, id);
    }

    /// A connection of the same accounts for the same environment that was not rejected.
    Optional<StoredConnection> same(String region, StoredConnection.Sides sides) {
        return tx.find(
                SAME, ConnectionTable::read, region, sides.management(), sides.environment(), sides.environmentName());
    }

    long count(String region, String environmentAccount) {
        return tx.find(COUNT, row -> row.number("n"), region, environmentAccount)
                .orElseThrow();
    }

    /// The name of the environment that uses a connection.
    public Optional<String> user(String id) {
        return tx.find(USER, row -> row.text("name"), id);
    }

    void insert(StoredConnection connection) {
        tx.update(
                INSERT,
                connection.id(),
                connection.arn(),
                connection.region(),
                connection.sides().management(),
                connection.sides().environment(),
                connection.sides().environmentName(),
                connection.roles().service(),
                connection.roles().component(),
                connection.roles().codebuild(),
                connection.lifecycle().status(),
                connection.lifecycle().requestedAt(),
                connection.lifecycle().modifiedAt());
    }

    void change(String id, StoredConnection.Roles roles, EnvironmentAccountConnectionStatus status, Instant now) {
        tx.update(CHANGE, roles.service(), roles.component(), roles.codebuild(), status, now, id);
    }

    void delete(String id) {
        tx.update(DELETE, id);
    }

    static StoredConnection read(Row row) {
        return new StoredConnection(
                row.text("id"),
                row.text("arn"),
                row.text("region"),
                new StoredConnection.Sides(
                        row.text("management_account"), row.text("environment_account"), row.text("environment_name")),
                new StoredConnection.Roles(
                        row.optionalText("role_arn"),
                        row.optionalText("component_role_arn"),
                        row.optionalText("codebuild_role_arn")),
                new StoredConnection.Lifecycle(
                        EnvironmentAccountConnectionStatus.valueOf(row.text("status")),
                        row.instant("requested_at"),
                        row.instant("modified_at")));
    }
}

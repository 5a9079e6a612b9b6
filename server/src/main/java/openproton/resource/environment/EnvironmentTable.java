package openproton.resource.environment;

import java.util.Optional;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.change.DeployableTable;
import openproton.change.Target;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of environments.
public record EnvironmentTable(Transaction tx) {
    /// Environments with what they have in common with all deployables.
    static final String SELECT = """
        SELECT d.*, e.description, e.service_role_arn, e.codebuild_role_arn, e.component_role_arn,
               e.customer_managed, e.repository_provider, e.repository_name, e.repository_branch,
               e.connection_id, e.connection_account, c.status AS connection_status,
               c.role_arn AS other_service, c.codebuild_role_arn AS other_codebuild,
               c.component_role_arn AS other_component
          FROM deployable_now d
          JOIN environment e ON e.arn = d.arn
          LEFT JOIN account_connection c ON c.id = e.connection_id
         WHERE d.account = ? AND d.region = ? AND d.type = 'ENVIRONMENT'
        """;
    private static final String COUNT = "SELECT count(*) AS n FROM environment WHERE account = ? AND region = ?";
    private static final String INSERT = """
        INSERT INTO environment (arn, account, region, name, description, service_role_arn, codebuild_role_arn,
                                 component_role_arn, customer_managed, repository_provider, repository_name,
                                 repository_branch, connection_id, connection_account)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE = """
        UPDATE environment
           SET description = ?, service_role_arn = ?, codebuild_role_arn = ?, component_role_arn = ?,
               connection_id = ?
         WHERE arn = ?
        """;
    private static final String DELETE = "DELETE FROM environment WHERE arn = ?";

    /// The environment of a name.
    public Optional<StoredEnvironment> find(Scope scope, String name) {
        return tx.find(SELECT + " AND d.name = ?", EnvironmentTable::read, scope.account(), scope.region(), name);
    }

    long count(Scope scope) {
        return tx.find(COUNT, row -> row.number("n"), scope.account(), scope.region())
                .orElseThrow();
    }

    void insert(
            Target target,
            Optional<String> description,
            StoredEnvironment.Roles roles,
            StoredEnvironment.Place place,
            boolean customerManaged) {
        tx.update(
                INSERT,
                target.arn(),
                target.scope().account(),
                target.scope().region(),
                target.name(),
                description,
                roles.service(),
                roles.codebuild(),
                roles.component(),
                customerManaged,
                place.repository().map(LinkedBranch::provider),
                place.repository().map(LinkedBranch::name),
                place.repository().map(LinkedBranch::branch),
                place.connection().map(StoredEnvironment.OtherAccount::connectionId),
                place.connection().map(StoredEnvironment.OtherAccount::account));
    }

    /// @param connectionId the account connection; empty for an environment of its own account
    void change(
            String arn, Optional<String> description, StoredEnvironment.Roles roles, Optional<String> connectionId) {
        tx.update(CHANGE, description, roles.service(), roles.codebuild(), roles.component(), connectionId, arn);
    }

    void delete(String arn) {
        tx.update(DELETE, arn);
    }

    static StoredEnvironment read(Row row) {
        return new StoredEnvironment(
                DeployableTable.read(row),
                row.optionalText("description"),
                new StoredEnvironment.Roles(
                        row.optionalText("service_role_arn"),
                        row.optionalText("codebuild_role_arn"),
                        row.optionalText("component_role_arn")),
                new StoredEnvironment.Place(LinkedBranch.of(row), otherAccount(row)),
                row.flag("customer_managed"));
    }

    private static Optional<StoredEnvironment.OtherAccount> otherAccount(Row row) {
        return row.optionalText("connection_id")
                .map(id -> new StoredEnvironment.OtherAccount(
                        id,
                        row.text("connection_account"),
                        row.optionalText("connection_status")
                                .filter(EnvironmentAccountConnectionStatus.CONNECTED.value()::equals)
                                .map(_ -> new StoredEnvironment.Roles(
                                        row.optionalText("other_service"),
                                        row.optionalText("other_codebuild"),
                                        row.optionalText("other_component")))));
    }
}

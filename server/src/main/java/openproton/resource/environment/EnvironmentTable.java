package openproton.resource.environment;

import java.util.Optional;
import openproton.resource.deployment.DeployableTable;
import openproton.resource.deployment.Target;
import openproton.resource.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of environments.
public record EnvironmentTable(Transaction tx) {
    /// Environments with what they have in common with all deployables.
    static final String SELECT = """
        SELECT d.*, e.description, e.service_role_arn, e.codebuild_role_arn, e.component_role_arn,
               e.customer_managed
          FROM deployable d
          JOIN environment e ON e.arn = d.arn
         WHERE d.account = ? AND d.region = ? AND d.type = 'ENVIRONMENT'
        """;
    private static final String COUNT = "SELECT count(*) AS n FROM environment WHERE account = ? AND region = ?";
    private static final String INSERT = """
        INSERT INTO environment (arn, account, region, name, description, service_role_arn, codebuild_role_arn,
                                 component_role_arn, customer_managed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE = """
        UPDATE environment
           SET description = ?, service_role_arn = ?, codebuild_role_arn = ?, component_role_arn = ?
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

    void insert(Target target, Optional<String> description, StoredEnvironment.Roles roles, boolean customerManaged) {
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
                customerManaged);
    }

    void change(String arn, Optional<String> description, StoredEnvironment.Roles roles) {
        tx.update(CHANGE, description, roles.service(), roles.codebuild(), roles.component(), arn);
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
                row.flag("customer_managed"));
    }
}

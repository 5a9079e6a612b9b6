package openproton.resource.service;

import java.time.Instant;
import java.util.Optional;
import openproton.api.ServiceStatus;
import openproton.change.VersionNumber;
import openproton.render.namespace.ServiceFacts;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of services.
public record ServiceTable(Transaction tx) {
    static final String SELECT = "SELECT * FROM service WHERE account = ? AND region = ?";
    private static final String FIND_ARN = "SELECT * FROM service WHERE arn = ?";
    private static final String COUNT = "SELECT count(*) AS n FROM service WHERE account = ? AND region = ?";
    private static final String INSERT = """
        INSERT INTO service (arn, account, region, name, description, template, major, minor,
                             repository_connection_arn, repository_id, branch_name, status, spec,
                             created_at, modified_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String MOVE = "UPDATE service SET status = ?, status_message = ? WHERE arn = ? AND status = ?";
    private static final String WANT = "UPDATE service SET spec_wanted = ?, modified_at = ? WHERE arn = ?";
    private static final String TAKE_OVER =
            "UPDATE service SET spec = coalesce(spec_wanted, spec), spec_wanted = NULL WHERE arn = ?";
    private static final String REVERT = "UPDATE service SET spec_wanted = NULL WHERE arn = ?";
    private static final String CHANGE_SPECS = "UPDATE service SET spec = ?, spec_wanted = ? WHERE arn = ?";
    private static final String DESCRIBE = "UPDATE service SET description = ?, modified_at = ? WHERE arn = ?";
    private static final String DELETE = "DELETE FROM service WHERE arn = ?";

    /// The service of a name.
    public Optional<StoredService> find(Scope scope, String name) {
        return tx.find(SELECT + " AND name = ?", ServiceTable::read, scope.account(), scope.region(), name);
    }

    /// The service of an ARN.
    public Optional<StoredService> find(String arn) {
        return tx.find(FIND_ARN, ServiceTable::read, arn);
    }

    /// What templates may know of a service that exists.
    public static ServiceFacts facts(Transaction tx, Scope scope, String name) {
        return new ServiceTable(tx).find(scope, name).orElseThrow().facts();
    }

    long count(Scope scope) {
        return tx.find(COUNT, row -> row.number("n"), scope.account(), scope.region())
                .orElseThrow();
    }

    void insert(StoredService service) {
        tx.update(
                INSERT,
                service.name().arn(),
                service.name().scope().account(),
                service.name().scope().region(),
                service.name().name(),
                service.description(),
                service.version().template(),
                service.version().major(),
                service.version().minor(),
                service.code().connectionArn(),
                service.code().repositoryId(),
                service.code().branchName(),
                service.lifecycle().status(),
                service.specs().current(),
                service.lifecycle().createdAt(),
                service.lifecycle().modifiedAt());
    }

    /// The one statement of the house that writes a service's status; it names the old one.
    public void move(StoredService service, ServiceStatus to, Optional<String> message) {
        int rows = tx.update(
                MOVE, to, message, service.name().arn(), service.lifecycle().status());
        if (rows == 0) {
            throw new IllegalStateException("%s is no longer %s"
                    .formatted(service.name().words(), service.lifecycle().status()));
        }
    }

    /// Notes the spec that an edit under way wants.
    public void want(String arn, String spec, Instant now) {
        tx.update(WANT, spec, now, arn);
    }

    /// Makes the wanted spec the current one.
    public void takeOver(String arn) {
        tx.update(TAKE_OVER, arn);
    }

    /// Forgets the wanted spec.
    void revert(String arn) {
        tx.update(REVERT, arn);
    }

    void changeSpecs(String arn, StoredService.Specs specs) {
        tx.update(CHANGE_SPECS, specs.current(), specs.wanted(), arn);
    }

    void describe(String arn, Optional<String> description, Instant now) {
        tx.update(DESCRIBE, description, now, arn);
    }

    void delete(String arn) {
        tx.update(DELETE, arn);
    }

    static StoredService read(Row row) {
        return new StoredService(
                new StoredService.Name(new Scope(row.text("account"), row.text("region")), row.text("name")),
                row.optionalText("description"),
                VersionNumber.of(row),
                new StoredService.Code(
                        row.optionalText("repository_connection_arn"),
                        row.optionalText("repository_id"),
                        row.optionalText("branch_name")),
                new StoredService.Lifecycle(
                        ServiceStatus.valueOf(row.text("status")),
                        row.optionalText("status_message"),
                        row.instant("created_at"),
                        row.instant("modified_at")),
                new StoredService.Specs(row.text("spec"), row.optionalText("spec_wanted")));
    }
}

package openproton.resource.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.DeploymentStatus;
import openproton.api.ProvisionedResource;
import openproton.provision.EngineKind;
import openproton.resource.template.VersionNumber;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of deployments.
record DeploymentTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM deployment WHERE id = ?";
    private static final String INSERT = """
        INSERT INTO deployment (id, account, region, target_arn, target_type, target_created_at, environment_name,
                                service_name, target_name, action, template, major, minor, spec, first, status,
                                initial_state, target_state, created_at, modified_at, outputs, resources)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]')
        """;
    private static final String MOVE = """
        UPDATE deployment
           SET status = ?, status_message = ?, waits_for = NULL, modified_at = ?, completed_at = ?
         WHERE id = ? AND status = ?
        """;
    private static final String KEEP_RESULT =
            "UPDATE deployment SET outputs = ?, resources = ?, modified_at = ? WHERE id = ?";
    private static final String KEEP_RENDERED = """
        UPDATE deployment
           SET inputs = ?, archive_id = ?, warning = ?, engine = ?, modified_at = ?
         WHERE id = ?
        """;
    private static final String KEEP_NOTICE =
            "UPDATE deployment SET notice = ?, status_message = ?, modified_at = ? WHERE id = ?";
    private static final String KEEP_WAIT = "UPDATE deployment SET waits_for = ?, modified_at = ? WHERE id = ?";
    private static final String BUSY_OF_TARGET = """
        SELECT * FROM deployment
         WHERE target_arn = ? AND status IN ('IN_PROGRESS', 'CANCELLING', 'DELETE_IN_PROGRESS')
         ORDER BY created_at DESC
         LIMIT 1
        """;
    private static final String NEWEST_OF_TARGET =
            "SELECT * FROM deployment WHERE target_arn = ? ORDER BY created_at DESC, id LIMIT 1";
    private static final String DELETE = "DELETE FROM deployment WHERE id = ?";

    Optional<StoredDeployment> find(String id) {
        return tx.find(FIND, DeploymentTable::read, id);
    }

    Optional<StoredDeployment> busyOf(String targetArn) {
        return tx.find(BUSY_OF_TARGET, DeploymentTable::read, targetArn);
    }

    Optional<StoredDeployment> newestOf(String targetArn) {
        return tx.find(NEWEST_OF_TARGET, DeploymentTable::read, targetArn);
    }

    List<StoredDeployment> list(String sql, Object... parameters) {
        return tx.list(sql, DeploymentTable::read, parameters);
    }

    void insert(StoredDeployment deployment) {
        var target = deployment.target();
        var plan = deployment.plan();
        var times = deployment.times();
        tx.update(
                INSERT,
                deployment.id(),
                target.scope().account(),
                target.scope().region(),
                target.arn(),
                target.type(),
                times.targetCreatedAt(),
                target.environment(),
                target.service(),
                target.name(),
                plan.action(),
                plan.version().template(),
                plan.version().major(),
                plan.version().minor(),
                plan.spec(),
                plan.first(),
                deployment.phase().status(),
                plan.initialState(),
                plan.targetState(),
                times.createdAt(),
                times.modifiedAt());
    }

    /// The one statement of the house that writes a deployment's status; it names the old one.
    ///
    /// @return whether the deployment stood where it was said to
    boolean move(String id, Phase from, Phase to, Instant now) {
        Optional<Instant> completed = to instanceof Phase.Settled ? Optional.of(now) : Optional.empty();
        return tx.update(MOVE, to.status(), to.why(), now, completed, id, from.status()) == 1;
    }

    void keepResult(String id, Map<String, String> outputs, List<ProvisionedResource> resources, Instant now) {
        tx.update(KEEP_RESULT, JsonColumns.outputs(outputs), JsonColumns.resources(resources), now, id);
    }

    void keepRendered(String id, StoredDeployment.Rendered rendered, Instant now) {
        tx.update(KEEP_RENDERED, rendered.inputs(), rendered.archive(), rendered.warning(), rendered.engine(), now, id);
    }

    void keepNotice(String id, Optional<String> notice, Optional<String> message, Instant now) {
        tx.update(KEEP_NOTICE, notice, message, now, id);
    }

    void keepWait(String id, Optional<String> waitsFor, Instant now) {
        tx.update(KEEP_WAIT, waitsFor, now, id);
    }

    void delete(String id) {
        tx.update(DELETE, id);
    }

    static StoredDeployment read(Row row) {
        return new StoredDeployment(
                row.text("id"),
                Target.of(row, "target_type", "target_name"),
                readPlan(row),
                Phase.of(
                        DeploymentStatus.valueOf(row.text("status")),
                        row.optionalText("status_message").or(() -> row.optionalText("waits_for"))),
                new StoredDeployment.Times(
                        row.instant("created_at"),
                        row.instant("modified_at"),
                        row.optionalInstant("completed_at"),
                        row.instant("target_created_at")),
                new StoredDeployment.Traces(
                        JsonColumns.outputs(row.text("outputs")),
                        JsonColumns.resources(row.text("resources")),
                        new StoredDeployment.Rendered(
                                row.optionalText("inputs"),
                                row.optionalText("archive_id"),
                                row.optionalText("warning"),
                                row.optionalText("engine").map(EngineKind::valueOf)),
                        new StoredDeployment.Heard(row.optionalText("notice"), row.optionalText("waits_for"))));
    }

    private static StoredDeployment.Plan readPlan(Row row) {
        return new StoredDeployment.Plan(
                StoredDeployment.Action.valueOf(row.text("action")),
                VersionNumber.of(row),
                row.text("spec"),
                row.flag("first"),
                row.optionalText("initial_state"),
                row.optionalText("target_state"));
    }
}

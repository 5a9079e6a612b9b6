package openproton.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.DeploymentStatus;
import openproton.api.ProvisionedResource;
import openproton.provision.EngineKind;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of deployments.
public record DeploymentTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM deployment WHERE id = ?";
    private static final String INSERT = """
        INSERT INTO deployment (id, account, region, target_arn, target_type, target_created_at, environment_name,
                                service_name, target_name, action, template, major, minor, spec, first, status,
                                waits_on, waits_for, initial_state, target_state, created_at, modified_at, outputs,
                                resources)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]')
        """;
    private static final String MOVE = """
        UPDATE deployment
           SET status = ?, status_message = ?, waits_on = ?, waits_for = ?, modified_at = ?, completed_at = ?
         WHERE id = ? AND status = ? AND coalesce(waits_on, '') = ?
        """;
    private static final String KEEP_RESULT =
            "UPDATE deployment SET outputs = ?, resources = ?, modified_at = ? WHERE id = ?";
    private static final String KEEP_RENDERED = """
        UPDATE deployment
           SET inputs = ?, archive_id = ?, warning = ?, engine = ?, modified_at = ?
         WHERE id = ?
        """;
    private static final String KEEP_FAILURE = "UPDATE deployment SET notice = ? WHERE id = ?";
    private static final String HIDE = "UPDATE deployment SET hidden = 1, inputs = NULL WHERE id = ?";
    private static final String DELETE_HIDDEN = "DELETE FROM deployment WHERE target_arn = ? AND hidden = 1";
    private static final String BUSY_OF_TARGET = """
        SELECT * FROM deployment
         WHERE target_arn = ? AND status IN ('IN_PROGRESS', 'CANCELLING', 'DELETE_IN_PROGRESS')
         ORDER BY created_at DESC
         LIMIT 1
        """;
    private static final String NEWEST_OF_TARGET =
            "SELECT * FROM deployment WHERE target_arn = ? AND hidden = 0 ORDER BY created_at DESC, id LIMIT 1";
    private static final String WAITING_ON_ENGINES =
            "SELECT id FROM deployment WHERE waits_on = 'ENGINE' AND status IN ('IN_PROGRESS', 'DELETE_IN_PROGRESS')";
    private static final String DELETE = "DELETE FROM deployment WHERE id = ?";

    public Optional<StoredDeployment> find(String id) {
        return tx.find(FIND, DeploymentTable::read, id);
    }

    /// A deployment whose record was not deleted.
    Optional<StoredDeployment> findShown(String id) {
        return tx.find(FIND + " AND hidden = 0", DeploymentTable::read, id);
    }

    public Optional<StoredDeployment> busyOf(String targetArn) {
        return tx.find(BUSY_OF_TARGET, DeploymentTable::read, targetArn);
    }

    public Optional<StoredDeployment> newestOf(String targetArn) {
        return tx.find(NEWEST_OF_TARGET, DeploymentTable::read, targetArn);
    }

    /// The ids of deployments whose engine waits.
    List<String> waitingOnEngines() {
        return tx.list(WAITING_ON_ENGINES, row -> row.text("id"));
    }

    void insert(StoredDeployment deployment) {
        var target = deployment.target();
        var request = deployment.request();
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
                request.action(),
                request.version().template(),
                request.version().major(),
                request.version().minor(),
                request.spec(),
                request.first(),
                deployment.phase().status(),
                reason(deployment.phase()).map(Phase.Reason::on),
                reason(deployment.phase()).map(Phase.Reason::words),
                request.initialState(),
                request.targetState(),
                times.createdAt(),
                times.modifiedAt());
    }

    /// The one statement of the house that writes where a deployment stands; it names where it stood.
    ///
    /// @throws IllegalStateException when the deployment no longer stands where it was said to
    void move(StoredDeployment deployment, Phase to, Instant now) {
        Phase from = deployment.phase();
        Optional<Instant> completed = to instanceof Phase.Settled ? Optional.of(now) : Optional.empty();
        Optional<Phase.Reason> reason = reason(to);
        int rows = tx.update(
                MOVE,
                to.status(),
                message(to),
                reason.map(Phase.Reason::on),
                reason.map(Phase.Reason::words),
                now,
                completed,
                deployment.id(),
                from.status(),
                reason(from).map(waiting -> waiting.on().name()).orElse(""));
        if (rows == 0) {
            throw new IllegalStateException("deployment %s is no longer %s".formatted(deployment.id(), from));
        }
    }

    private static Optional<String> message(Phase phase) {
        return phase instanceof Phase.Busy busy ? busy.news() : phase.why();
    }

    private static Optional<Phase.Reason> reason(Phase phase) {
        return phase instanceof Phase.Waiting waiting ? Optional.of(waiting.reason()) : Optional.empty();
    }

    void keepResult(String id, Map<String, String> outputs, List<ProvisionedResource> resources, Instant now) {
        tx.update(KEEP_RESULT, JsonColumns.outputs(outputs), JsonColumns.resources(resources), now, id);
    }

    public void keepRendered(String id, StoredDeployment.Rendered rendered, Instant now) {
        tx.update(KEEP_RENDERED, rendered.inputs(), rendered.archive(), rendered.warning(), rendered.engine(), now, id);
    }

    void keepFailure(String id, Optional<String> failure) {
        tx.update(KEEP_FAILURE, failure, id);
    }

    void delete(String id) {
        tx.update(DELETE, id);
    }

    /// Shows a deployment no more that still says where its target stands.
    void hide(String id) {
        tx.update(HIDE, id);
    }

    void deleteHidden(String targetArn) {
        tx.update(DELETE_HIDDEN, targetArn);
    }

    public static StoredDeployment read(Row row) {
        return new StoredDeployment(
                row.text("id"),
                Target.of(row, "target_type", "target_name"),
                readRequest(row),
                phase(row),
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
                        row.optionalText("notice")));
    }

    /// Where the deployment of a row stands.
    static Phase phase(Row row) {
        return Phase.of(
                DeploymentStatus.valueOf(row.text("status")),
                row.optionalText("status_message"),
                row.optionalText("waits_on")
                        .map(on -> new Phase.Reason(Phase.WaitsOn.valueOf(on), row.text("waits_for"))));
    }

    private static StoredDeployment.Request readRequest(Row row) {
        return new StoredDeployment.Request(
                StoredDeployment.Action.valueOf(row.text("action")),
                VersionNumber.of(row),
                row.text("spec"),
                row.flag("first"),
                row.optionalText("initial_state"),
                row.optionalText("target_state"));
    }
}

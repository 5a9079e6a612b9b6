package openproton.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.DeploymentTargetResourceType;
import openproton.request.Scope;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of what can be deployed.
public record DeployableTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM deployable_now WHERE arn = ?";
    private static final String OF_SERVICE = """
        SELECT * FROM deployable_now
         WHERE account = ? AND region = ? AND type = ? AND service_name = ?
         ORDER BY created_at, name
        """;
    private static final String IN_ENVIRONMENT = """
        SELECT * FROM deployable_now
         WHERE account = ? AND region = ? AND type = ? AND environment_name = ?
         ORDER BY service_name, name
         LIMIT 1
        """;
    private static final String USES_OF_VERSION = """
        SELECT arn FROM deployable
         WHERE account = ? AND region = ? AND type = ? AND template = ? AND major = ? AND minor = ?
        UNION ALL
        SELECT target_arn FROM deployment
         WHERE account = ? AND region = ? AND target_type = ? AND template = ? AND major = ? AND minor = ?
           AND status IN ('IN_PROGRESS', 'CANCELLING', 'DELETE_IN_PROGRESS')
         LIMIT 1
        """;
    private static final String COUNT = """
        SELECT count(*) AS n FROM deployable WHERE account = ? AND region = ? AND type = ?
        """;
    private static final String INSERT = """
        INSERT INTO deployable (arn, account, region, type, environment_name, service_name, name, created_at,
                                template, major, minor, spec, deployment_id, attempted_at, attempted_deployment_id,
                                outputs, resources)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]')
        """;
    private static final String BEGIN = """
        UPDATE deployable SET deployment_id = ?, attempted_at = ?, attempted_deployment_id = ? WHERE arn = ?
        """;
    private static final String BEGIN_DELETION = "UPDATE deployable SET deployment_id = ? WHERE arn = ?";
    private static final String WITHDRAW = """
        UPDATE deployable
           SET deployment_id = (SELECT n.id FROM deployment n
                                 WHERE n.target_arn = deployable.arn AND n.target_created_at = deployable.created_at
                                 ORDER BY n.created_at DESC, n.id DESC LIMIT 1),
               attempted_at = (SELECT n.created_at FROM deployment n
                                WHERE n.target_arn = deployable.arn AND n.target_created_at = deployable.created_at
                                  AND n.action = 'PROVISION'
                                ORDER BY n.created_at DESC, n.id DESC LIMIT 1),
               attempted_deployment_id =
                              (SELECT n.id FROM deployment n
                                WHERE n.target_arn = deployable.arn AND n.target_created_at = deployable.created_at
                                  AND n.action = 'PROVISION'
                                ORDER BY n.created_at DESC, n.id DESC LIMIT 1)
         WHERE arn = ?
        """;
    private static final String TOKEN = "SELECT client_token FROM deployable WHERE arn = ?";
    private static final String KEEP_TOKEN = "UPDATE deployable SET client_token = ? WHERE arn = ?";
    private static final String SUCCEED = """
        UPDATE deployable
           SET template = ?, major = ?, minor = ?, spec = ?, outputs = ?, resources = ?, archive_id = ?,
               succeeded_at = attempted_at, succeeded_deployment_id = ?
         WHERE arn = ?
        """;
    private static final String RAN_FIRST =
            "UPDATE deployable SET archive_id = ? WHERE arn = ? AND succeeded_at IS NULL";
    private static final String RAN_NOTHING = """
        UPDATE deployable
           SET archive_id = (SELECT archive_id FROM deployment
                              WHERE target_arn = deployable.arn AND target_created_at = deployable.created_at
                                AND status = 'FAILED'
                              ORDER BY created_at DESC, id LIMIT 1)
         WHERE arn = ? AND succeeded_at IS NULL
        """;
    private static final String WANT = """
        UPDATE deployable SET template = ?, major = ?, minor = ?, spec = ? WHERE arn = ? AND succeeded_at IS NULL
        """;
    private static final String DELETE = "DELETE FROM deployable WHERE arn = ?";

    /// The deployable of an ARN.
    public Optional<Deployable> find(String arn) {
        return tx.find(FIND, DeployableTable::read, arn);
    }

    /// The deployable of a target that is known to exist.
    public Deployable get(Target target) {
        return find(target.arn()).orElseThrow(() -> new IllegalStateException(target.words() + " is gone"));
    }

    /// The instances of a service, oldest first.
    public List<Deployable> instancesOf(Scope scope, String service) {
        return tx.list(
                OF_SERVICE,
                DeployableTable::read,
                scope.account(),
                scope.region(),
                DeploymentTargetResourceType.SERVICE_INSTANCE,
                service);
    }

    /// Any one thing of a type that is deployed to an environment.
    public Optional<Deployable> anyIn(Scope scope, DeploymentTargetResourceType type, String environment) {
        return tx.find(IN_ENVIRONMENT, DeployableTable::read, scope.account(), scope.region(), type, environment);
    }

    /// The ARN of any one thing of a type that uses a version, or is being deployed to it.
    Optional<String> anyUsing(Scope scope, DeploymentTargetResourceType type, VersionNumber version) {
        var use = List.<Object>of(
                scope.account(), scope.region(), type, version.template(), version.major(), version.minor());
        var both = Stream.concat(use.stream(), use.stream()).toArray();
        return tx.find(USES_OF_VERSION, row -> row.text("arn"), both);
    }

    /// How many things of a type there are.
    public long count(Scope scope, DeploymentTargetResourceType type) {
        return tx.find(COUNT, row -> row.number("n"), scope.account(), scope.region(), type)
                .orElseThrow();
    }

    /// @param deployment the first one
    void insert(StoredDeployment deployment) {
        Target target = deployment.target();
        var request = deployment.request();
        var created = deployment.times().createdAt();
        tx.update(
                INSERT,
                target.arn(),
                target.scope().account(),
                target.scope().region(),
                target.type(),
                target.environment(),
                target.service(),
                target.name(),
                created,
                request.version().template(),
                request.version().major(),
                request.version().minor(),
                request.spec(),
                deployment.id(),
                created,
                deployment.id());
    }

    /// Names the newest deployment; one that does not remove anything is also the newest attempt.
    void begin(StoredDeployment deployment) {
        String arn = deployment.target().arn();
        switch (deployment.request().action()) {
            case PROVISION ->
                tx.update(BEGIN, deployment.id(), deployment.times().createdAt(), deployment.id(), arn);
            case DEPROVISION -> tx.update(BEGIN_DELETION, deployment.id(), arn);
        }
    }

    /// Names the newest deployment that is left, after a later one was deleted.
    void withdraw(String arn) {
        tx.update(WITHDRAW, arn);
    }

    /// The client token of the newest accepted request, if it had one.
    public Optional<String> token(String arn) {
        return tx.find(TOKEN, row -> row.optionalText("client_token"), arn).orElse(Optional.empty());
    }

    /// Notes the client token of the newest accepted request.
    public void keepToken(String arn, Optional<String> token) {
        tx.update(KEEP_TOKEN, token, arn);
    }

    /// Takes over what a successful deployment wanted and left.
    void succeed(StoredDeployment deployment) {
        var request = deployment.request();
        var traces = deployment.traces();
        tx.update(
                SUCCEED,
                request.version().template(),
                request.version().major(),
                request.version().minor(),
                request.spec(),
                JsonColumns.outputs(traces.outputs()),
                JsonColumns.resources(traces.resources()),
                traces.rendered().archive(),
                deployment.id(),
                deployment.target().arn());
    }

    /// Notes what to run to remove what a first deployment is about to make.
    public void ranFirst(String arn, String archive) {
        tx.update(RAN_FIRST, archive, arn);
    }

    /// Notes that a deployment made nothing. Before the first success there is nothing to remove then, but for what
    /// an earlier one that failed may have made.
    void ranNothing(String arn) {
        tx.update(RAN_NOTHING, arn);
    }

    /// Before the first success the wanted version and spec are shown.
    void want(String arn, VersionNumber version, String spec) {
        tx.update(WANT, version.template(), version.major(), version.minor(), spec, arn);
    }

    /// Forgets the deployable.
    void delete(String arn) {
        tx.update(DELETE, arn);
    }

    /// Reads a row of the table.
    public static Deployable read(Row row) {
        return new Deployable(
                Target.of(row, "type", "name"),
                row.instant("created_at"),
                VersionNumber.of(row),
                row.text("spec"),
                new Deployable.Attempts(
                        DeploymentTable.phase(row),
                        row.text("deployment_id"),
                        row.instant("attempted_at"),
                        row.optionalInstant("succeeded_at"),
                        row.optionalText("attempted_deployment_id"),
                        row.optionalText("succeeded_deployment_id")),
                new Deployable.Provisioned(
                        JsonColumns.outputs(row.text("outputs")),
                        JsonColumns.resources(row.text("resources")),
                        row.optionalText("archive_id")));
    }
}

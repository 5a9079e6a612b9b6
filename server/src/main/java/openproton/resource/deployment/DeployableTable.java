package openproton.resource.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.DeploymentStatus;
import openproton.api.DeploymentTargetResourceType;
import openproton.request.Scope;
import openproton.resource.template.VersionNumber;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of what can be deployed.
public record DeployableTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM deployable WHERE arn = ?";
    private static final String OF_SERVICE = """
        SELECT * FROM deployable
         WHERE account = ? AND region = ? AND type = ? AND service_name = ?
         ORDER BY created_at, name
        """;
    private static final String IN_ENVIRONMENT = """
        SELECT * FROM deployable
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
                                template, major, minor, spec, status, attempted_at, outputs, resources)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '[]')
        """;
    private static final String BEGIN = """
        UPDATE deployable
           SET before_status = status, before_message = status_message, before_attempted_at = attempted_at,
               before_attempted_id = attempted_deployment_id,
               status = ?, status_message = NULL, attempted_at = ?, attempted_deployment_id = ?
         WHERE arn = ?
        """;
    private static final String BEGIN_DELETION = """
        UPDATE deployable
           SET before_status = status, before_message = status_message, before_attempted_at = attempted_at,
               before_attempted_id = attempted_deployment_id,
               status = ?, status_message = NULL
         WHERE arn = ?
        """;
    private static final String TAKE_BACK = """
        UPDATE deployable
           SET status = before_status, status_message = before_message, attempted_at = before_attempted_at,
               attempted_deployment_id = before_attempted_id
         WHERE arn = ?
        """;
    private static final String TOKEN = "SELECT client_token FROM deployable WHERE arn = ?";
    private static final String KEEP_TOKEN = "UPDATE deployable SET client_token = ? WHERE arn = ?";
    private static final String STAND = "UPDATE deployable SET status = ?, status_message = ? WHERE arn = ?";
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
    public Optional<String> anyUsing(Scope scope, DeploymentTargetResourceType type, VersionNumber version) {
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

    void insert(Target target, Instant now, VersionNumber version, String spec, DeploymentStatus status) {
        tx.update(
                INSERT,
                target.arn(),
                target.scope().account(),
                target.scope().region(),
                target.type(),
                target.environment(),
                target.service(),
                target.name(),
                now,
                version.template(),
                version.major(),
                version.minor(),
                spec,
                status,
                now);
    }

    void begin(String arn, DeploymentStatus status, Instant now, String deployment) {
        tx.update(BEGIN, status, now, deployment, arn);
    }

    void beginDeletion(String arn) {
        tx.update(BEGIN_DELETION, DeploymentStatus.DELETE_IN_PROGRESS, arn);
    }

    /// Lets it stand again as it stood when its newest deployment began.
    void takeBack(String arn) {
        tx.update(TAKE_BACK, arn);
    }

    /// The client token of the newest accepted request, if it had one.
    public Optional<String> token(String arn) {
        return tx.find(TOKEN, row -> row.optionalText("client_token"), arn).orElse(Optional.empty());
    }

    /// Notes the client token of the newest accepted request.
    public void keepToken(String arn, Optional<String> token) {
        tx.update(KEEP_TOKEN, token, arn);
    }

    void stand(String arn, Phase phase) {
        tx.update(STAND, phase.status(), phase.why(), arn);
    }

    /// Takes over what a successful deployment wanted and left.
    void succeed(StoredDeployment deployment) {
        var plan = deployment.plan();
        var traces = deployment.traces();
        tx.update(
                SUCCEED,
                plan.version().template(),
                plan.version().major(),
                plan.version().minor(),
                plan.spec(),
                JsonColumns.outputs(traces.outputs()),
                JsonColumns.resources(traces.resources()),
                traces.rendered().archive(),
                deployment.id(),
                deployment.target().arn());
    }

    /// Notes what to run to remove what a first deployment is about to make.
    void ranFirst(String arn, String archive) {
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
    public void delete(String arn) {
        tx.update(DELETE, arn);
    }

    /// Reads a row of the table.
    public static Deployable read(Row row) {
        return new Deployable(
                Target.of(row, "type", "name"),
                row.instant("created_at"),
                VersionNumber.of(row),
                row.text("spec"),
                new Deployable.Standing(
                        Phase.of(DeploymentStatus.valueOf(row.text("status")), row.optionalText("status_message")),
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

package openproton.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.TemplateType;
import openproton.api.WireWriter;
import openproton.base.Ids;
import openproton.request.Scope;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Jobs;

/// Begins deployments, lets them wait and go on, and keeps what is heard of them; [Settlement] ends them. Every row and
/// job in one transaction.
///
/// @param jobs run deployments
public record Deployments(Jobs jobs, InstantSource clock, Ids ids) {
    /// The workflow that every deployment goes through.
    public static final FirstStep ENTRY = new FirstStep("deploy", "render");

    /// The ARN of any one thing that uses a template version, or is being deployed to it.
    public static Optional<String> anyUseOf(Transaction tx, Scope scope, TemplateType type, VersionNumber version) {
        var targets = switch (type) {
            case ENVIRONMENT -> List.of(DeploymentTargetResourceType.ENVIRONMENT);
            case SERVICE ->
                List.of(DeploymentTargetResourceType.SERVICE_INSTANCE, DeploymentTargetResourceType.SERVICE_PIPELINE);
        };
        var table = new DeployableTable(tx);
        return targets.stream()
                .flatMap(target -> table.anyUsing(scope, target, version).stream())
                .findFirst();
    }

    /// Keeps a new deployable and begins its first deployment.
    public StoredDeployment create(Transaction tx, Target target, VersionNumber version, String spec, Start start) {
        var request = new StoredDeployment.Request(
                StoredDeployment.Action.PROVISION,
                version,
                spec,
                true,
                Optional.empty(),
                targetState(tx, target, version, spec));
        Instant now = clock.instant();
        StoredDeployment deployment = insert(tx, target, now, request, begun(start));
        new DeployableTable(tx).insert(deployment);
        return started(tx, deployment, start);
    }

    /// Begins to bring a settled deployable to a version and a spec.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment update(
            Transaction tx, Deployable deployable, VersionNumber version, String spec, Start start) {
        refuseBusy(deployable);
        new DeployableTable(tx).want(deployable.arn(), version, spec);
        var request = new StoredDeployment.Request(
                StoredDeployment.Action.PROVISION,
                version,
                spec,
                false,
                DeploymentStates.lastSucceeded(tx, deployable),
                targetState(tx, deployable.target(), version, spec));
        return begin(tx, deployable, request, begun(start), start);
    }

    /// Begins to bring a settled deployable to what an earlier deployment of it had.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment again(Transaction tx, Deployable deployable, StoredDeployment earlier) {
        if (deployable.target().type() == DeploymentTargetResourceType.COMPONENT) {
            ComponentSource.restore(tx, earlier, clock.instant());
        }
        return update(
                tx, deployable, earlier.request().version(), earlier.request().spec(), Start.NOW);
    }

    /// Begins to remove what a settled deployable has provisioned, and then the deployable.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment remove(Transaction tx, Deployable deployable, Start start) {
        refuseBusy(deployable);
        var request = new StoredDeployment.Request(
                StoredDeployment.Action.DEPROVISION,
                deployable.version(),
                deployable.spec(),
                false,
                DeploymentStates.lastSucceeded(tx, deployable),
                Optional.empty());
        Phase phase = switch (start) {
            case Start.Now _, Start.Never _ -> new Phase.DeleteInProgress(Optional.empty());
            case Start.After(var reason) -> new Phase.DeleteWaiting(reason, Optional.empty());
        };
        return begin(tx, deployable, request, phase, start);
    }

    private static Phase begun(Start start) {
        return switch (start) {
            case Start.Now _, Start.Never _ -> new Phase.InProgress(Optional.empty());
            case Start.After(var reason) -> new Phase.UpdateWaiting(reason, Optional.empty());
        };
    }

    private static Optional<String> targetState(Transaction tx, Target target, VersionNumber version, String spec) {
        return Optional.of(WireWriter.text(DeploymentStates.of(tx, target, version, spec)));
    }

    private StoredDeployment begin(
            Transaction tx, Deployable deployable, StoredDeployment.Request request, Phase phase, Start start) {
        StoredDeployment deployment = insert(tx, deployable.target(), deployable.createdAt(), request, phase);
        new DeployableTable(tx).begin(deployment);
        return started(tx, deployment, start);
    }

    private StoredDeployment insert(
            Transaction tx, Target target, Instant targetCreated, StoredDeployment.Request request, Phase phase) {
        Instant now = clock.instant();
        var times = new StoredDeployment.Times(now, now, Optional.empty(), targetCreated);
        var deployment = new StoredDeployment(ids.next(), target, request, phase, times, StoredDeployment.Traces.NONE);
        new DeploymentTable(tx).insert(deployment);
        return deployment;
    }

    private StoredDeployment started(Transaction tx, StoredDeployment deployment, Start start) {
        if (start instanceof Start.Now) {
            jobs.start(tx, ENTRY, deployment.id());
        }
        return deployment;
    }

    private static void refuseBusy(Deployable deployable) {
        if (deployable.isBusy()) {
            throw new ConflictException("%s is %s; wait until its deployment is over, or cancel it"
                    .formatted(
                            deployable.target().words(),
                            deployable.phase().status().value()));
        }
    }

    /// Lets the deployment of a target run that waits for other parts of its service, if there is one.
    public void proceed(Transaction tx, String targetArn) {
        new DeploymentTable(tx).busyOf(targetArn).ifPresent(deployment -> {
            if (deployment.phase() instanceof Phase.Waiting waiting) {
                new DeploymentTable(tx).move(deployment, waiting.proceed(), clock.instant());
            }
            jobs.start(tx, ENTRY, deployment.id());
        });
    }

    /// Deletes the deployment of a target that waits for other parts of its service, if there is one: the target stands
    /// as it stood before. One that was cancelled while it waited is deleted, too.
    public void withdraw(Transaction tx, String targetArn) {
        new DeploymentTable(tx).busyOf(targetArn).ifPresent(deployment -> {
            new DeploymentTable(tx).delete(deployment.id());
            new DeployableTable(tx).withdraw(targetArn);
        });
    }

    /// Has the engines of all deployments that wait for something in the world look again now.
    public void wakeWaiting(Transaction tx) {
        new DeploymentTable(tx).waitingOnEngines().forEach(id -> jobs.wake(tx, ENTRY, id));
    }

    /// Deletes the record of a deployment that is settled; infrastructure is not touched.
    public static void deleteRecord(Transaction tx, StoredDeployment deployment) {
        var table = new DeploymentTable(tx);
        boolean needed = new DeployableTable(tx)
                .find(deployment.target().arn())
                .filter(target -> target.attempts().name(deployment.id()))
                .isPresent();
        if (needed) {
            table.hide(deployment.id());
        } else {
            table.delete(deployment.id());
        }
    }

    /// Asks the running update of a deployable to stop.
    ///
    /// @throws ConflictException when there is none that can be stopped
    public void cancel(Transaction tx, Deployable deployable) {
        StoredDeployment deployment =
                new DeploymentTable(tx).busyOf(deployable.arn()).orElseThrow(() -> notCancellable(deployable));
        Phase.Cancelling cancelling = switch (deployment.phase()) {
            case Phase.InProgress running -> running.cancel();
            case Phase.UpdateWaiting waiting -> waiting.cancel();
            case Phase.Cancelling _, Phase.DeleteInProgress _, Phase.DeleteWaiting _, Phase.Settled _ ->
                throw notCancellable(deployable);
        };
        boolean component = deployment.target().type() == DeploymentTargetResourceType.COMPONENT;
        if (deployment.request().first() && !component) {
            throw new ConflictException(
                    "the first deployment of %s cannot be cancelled; delete the resource when it is over"
                            .formatted(deployable.target().words()));
        }
        new DeploymentTable(tx).move(deployment, cancelling, clock.instant());
        jobs.wake(tx, ENTRY, deployment.id());
    }

    private static ConflictException notCancellable(Deployable deployable) {
        return new ConflictException("%s is %s; only a deployment that is IN_PROGRESS can be cancelled"
                .formatted(
                        deployable.target().words(), deployable.phase().status().value()));
    }

    /// Keeps the outputs that automation reported, in place of those reported before.
    public void keepOutputs(Transaction tx, StoredDeployment deployment, Map<String, String> outputs) {
        new DeploymentTable(tx)
                .keepResult(deployment.id(), outputs, deployment.traces().resources(), clock.instant());
    }

    /// Keeps what automation reported: a failure decides when the build ends.
    public void report(Transaction tx, StoredDeployment deployment, boolean failed, Optional<String> message) {
        Optional<String> failure =
                failed ? Optional.of(message.orElse("The automation reported a failure.")) : Optional.empty();
        new DeploymentTable(tx).keepFailure(deployment.id(), failure);
        if (deployment.phase() instanceof Phase.Busy busy) {
            new DeploymentTable(tx).move(deployment, busy.report(message), clock.instant());
        }
    }

    /// Keeps what the engine of a deployment waits for.
    ///
    /// @param words for people; empty when it does not wait any more
    public void await(Transaction tx, String id, Optional<String> words) {
        StoredDeployment deployment = new DeploymentTable(tx).find(id).orElseThrow();
        if (deployment.phase() instanceof Phase.Busy busy) {
            Optional<Phase.Reason> reason = words.map(text -> new Phase.Reason(Phase.WaitsOn.ENGINE, text));
            Phase now = awaiting(busy, reason);
            if (!now.equals(busy)) {
                new DeploymentTable(tx).move(deployment, now, clock.instant());
            }
        }
    }

    private static Phase awaiting(Phase.Busy busy, Optional<Phase.Reason> reason) {
        return switch (busy) {
            case Phase.InProgress running -> reason.<Phase>map(running::await).orElse(running);
            case Phase.DeleteInProgress deleting ->
                reason.<Phase>map(deleting::await).orElse(deleting);
            case Phase.Waiting waiting ->
                reason.<Phase>map(one -> awaiting(waiting.proceed(), Optional.of(one)))
                        .orElseGet(waiting::proceed);
            case Phase.Cancelling cancelling -> cancelling.report(reason.map(Phase.Reason::words));
        };
    }
}

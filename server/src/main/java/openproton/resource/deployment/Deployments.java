package openproton.resource.deployment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.DeploymentStatus;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ProvisionedResource;
import openproton.api.WireWriter;
import openproton.base.Ids;
import openproton.resource.template.VersionNumber;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Jobs;

/// Begins deployments and moves them and their targets from phase to phase; every row and job in one transaction.
public final class Deployments {
    /// The workflow that every deployment goes through; see [DeployWorkflow].
    static final FirstStep ENTRY = new FirstStep("deploy", "render");

    private final Jobs jobs;
    private final InstantSource clock;
    private final Ids ids;
    private final List<Aftermath> aftermaths;

    /// What follows for other resources when a deployment is settled.
    @FunctionalInterface
    public interface Aftermath {

        /// Runs in the transaction that settles the deployment, after its target was changed.
        void settled(Transaction tx, StoredDeployment deployment);
    }

    /// @param aftermaths asked in order whenever a deployment is settled
    public Deployments(Jobs jobs, InstantSource clock, Ids ids, List<Aftermath> aftermaths) {
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
        this.aftermaths = List.copyOf(aftermaths);
    }

    /// Keeps a new deployable and begins its first deployment at once.
    public StoredDeployment create(Transaction tx, Target target, VersionNumber version, String spec) {
        StoredDeployment deployment = createWaiting(tx, target, version, spec);
        release(tx, deployment.id());
        return deployment;
    }

    /// Keeps a new deployable with a first deployment that runs nothing before it is released.
    public StoredDeployment createWaiting(Transaction tx, Target target, VersionNumber version, String spec) {
        Instant now = clock.instant();
        new DeployableTable(tx).insert(target, now, version, spec, DeploymentStatus.IN_PROGRESS);
        return begin(tx, new DeployableTable(tx).get(target), version, spec);
    }

    /// Begins to bring a settled deployable to a version and a spec.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment update(Transaction tx, Deployable deployable, VersionNumber version, String spec) {
        StoredDeployment deployment = updateWaiting(tx, deployable, version, spec);
        release(tx, deployment.id());
        return deployment;
    }

    /// As [#update], but runs nothing before it is released.
    public StoredDeployment updateWaiting(Transaction tx, Deployable deployable, VersionNumber version, String spec) {
        refuseBusy(deployable);
        new DeployableTable(tx).want(deployable.arn(), version, spec);
        return begin(tx, deployable, version, spec);
    }

    private StoredDeployment begin(Transaction tx, Deployable deployable, VersionNumber version, String spec) {
        boolean first = deployable.standing().attemptedId().isEmpty();
        var plan = new StoredDeployment.Plan(
                StoredDeployment.Action.PROVISION,
                version,
                spec,
                first,
                DeploymentStates.lastSucceeded(tx, deployable),
                Optional.of(WireWriter.text(DeploymentStates.of(tx, deployable.target(), version, spec))));
        StoredDeployment deployment = insert(tx, deployable, plan, new Phase.InProgress(Optional.empty()));
        new DeployableTable(tx).begin(deployable.arn(), DeploymentStatus.IN_PROGRESS, clock.instant(), deployment.id());
        return deployment;
    }

    /// Begins to bring a settled deployable to what an earlier deployment of it had.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment again(Transaction tx, Deployable deployable, StoredDeployment earlier) {
        if (deployable.target().type() == DeploymentTargetResourceType.COMPONENT) {
            ComponentSource.restore(tx, earlier, clock.instant());
        }
        return update(tx, deployable, earlier.plan().version(), earlier.plan().spec());
    }

    /// Begins to remove what a settled deployable has provisioned, and then the deployable.
    ///
    /// @throws ConflictException when it is busy
    public StoredDeployment remove(Transaction tx, Deployable deployable) {
        StoredDeployment deployment = removeWaiting(tx, deployable);
        release(tx, deployment.id());
        return deployment;
    }

    /// As [#remove], but runs nothing before it is released.
    public StoredDeployment removeWaiting(Transaction tx, Deployable deployable) {
        refuseBusy(deployable);
        var plan = new StoredDeployment.Plan(
                StoredDeployment.Action.DEPROVISION,
                deployable.version(),
                deployable.spec(),
                false,
                DeploymentStates.lastSucceeded(tx, deployable),
                Optional.empty());
        StoredDeployment deployment = insert(tx, deployable, plan, new Phase.DeleteInProgress(Optional.empty()));
        new DeployableTable(tx).beginDeletion(deployable.arn());
        return deployment;
    }

    /// Forgets a settled deployable at once, as if its infrastructure had been removed; the record of that stays.
    public void forget(Transaction tx, Deployable deployable) {
        StoredDeployment deployment = removeWaiting(tx, deployable);
        succeed(tx, deployment.id(), Map.of(), List.of());
    }

    /// Lets a waiting deployment run; does nothing when it runs already.
    public void release(Transaction tx, String deployment) {
        jobs.start(tx, ENTRY, deployment);
    }

    private StoredDeployment insert(Transaction tx, Deployable deployable, StoredDeployment.Plan plan, Phase phase) {
        Instant now = clock.instant();
        var times = new StoredDeployment.Times(now, now, Optional.empty(), deployable.createdAt());
        var deployment =
                new StoredDeployment(ids.next(), deployable.target(), plan, phase, times, StoredDeployment.Traces.NONE);
        new DeploymentTable(tx).insert(deployment);
        return deployment;
    }

    private static void refuseBusy(Deployable deployable) {
        if (deployable.isBusy()) {
            throw new ConflictException("%s is %s; wait until its deployment is over, or cancel it"
                    .formatted(
                            deployable.target().words(),
                            deployable.standing().phase().status().value()));
        }
    }

    /// Asks the running update of a deployable to stop.
    ///
    /// @throws ConflictException when there is none that can be stopped
    public void cancel(Transaction tx, Deployable deployable) {
        StoredDeployment deployment = new DeploymentTable(tx)
                .busyOf(deployable.arn())
                .filter(busy -> busy.phase() instanceof Phase.InProgress)
                .orElseThrow(
                        () -> new ConflictException("%s is %s; only a deployment that is IN_PROGRESS can be cancelled"
                                .formatted(
                                        deployable.target().words(),
                                        deployable.standing().phase().status().value())));
        boolean component = deployment.target().type() == DeploymentTargetResourceType.COMPONENT;
        if (deployment.plan().first() && !component) {
            throw new ConflictException(
                    "the first deployment of %s cannot be cancelled; delete the resource when it is over"
                            .formatted(deployable.target().words()));
        }
        move(tx, deployment, deployment.phase(), new Phase.InProgress(Optional.empty()).cancel());
        jobs.wake(tx, ENTRY, deployment.id());
    }

    /// Keeps outputs and resources, and says that the infrastructure is what was wanted.
    void succeed(Transaction tx, String id, Map<String, String> outputs, List<ProvisionedResource> resources) {
        var table = new DeploymentTable(tx);
        StoredDeployment deployment = get(tx, id);
        table.keepResult(id, outputs, resources, clock.instant());
        Optional<String> warning = deployment.traces().rendered().warning();
        switch (deployment.phase()) {
            case Phase.InProgress running -> settle(tx, deployment, running.succeed(warning));
            case Phase.Cancelling cancelling -> settle(tx, deployment, cancelling.succeed(warning));
            case Phase.DeleteInProgress deleting -> settle(tx, deployment, deleting.complete());
            case Phase.Settled _ -> {}
        }
    }

    /// Says that the infrastructure is what was wanted, with the outputs that were reported.
    void succeedAsNotified(Transaction tx, String id, List<ProvisionedResource> resources) {
        succeed(tx, id, get(tx, id).traces().outputs(), resources);
        jobs.wake(tx, ENTRY, id);
    }

    /// Ends a waiting deployment that has nothing to provision.
    public void finishAtOnce(Transaction tx, String id, Map<String, String> outputs) {
        succeed(tx, id, outputs, List.of());
    }

    /// Says why the infrastructure could not be brought where it should be; nothing happens when it is settled or gone.
    public void fail(Transaction tx, String id, String why) {
        new DeploymentTable(tx).find(id).ifPresent(deployment -> {
            if (deployment.phase() instanceof Phase.Busy busy) {
                settle(tx, deployment, busy.fail(why));
            }
        });
    }

    /// Keeps the outputs that automation reported, in place of those reported before.
    void keepOutputs(Transaction tx, StoredDeployment deployment, Map<String, String> outputs) {
        new DeploymentTable(tx)
                .keepResult(deployment.id(), outputs, deployment.traces().resources(), clock.instant());
    }

    /// Keeps what automation reported: a failure decides when the build ends.
    void keepNotice(Transaction tx, StoredDeployment deployment, boolean failed, Optional<String> message) {
        Optional<String> notice =
                failed ? Optional.of(message.orElse("The automation reported a failure.")) : Optional.empty();
        new DeploymentTable(tx).keepNotice(deployment.id(), notice, message, clock.instant());
        tellTarget(tx, deployment.id());
    }

    /// Keeps what a deployment waits for, unless it is over; nothing when it goes on by itself.
    void keepWait(Transaction tx, String id, Optional<String> waitsFor) {
        if (get(tx, id).isBusy()) {
            new DeploymentTable(tx).keepWait(id, waitsFor, clock.instant());
            tellTarget(tx, id);
        }
    }

    private static void tellTarget(Transaction tx, String id) {
        StoredDeployment deployment = get(tx, id);
        new DeployableTable(tx).stand(deployment.target().arn(), deployment.phase());
    }

    void cancelled(Transaction tx, String id) {
        StoredDeployment deployment = get(tx, id);
        switch (deployment.phase()) {
            case Phase.Cancelling cancelling -> settle(tx, deployment, cancelling.cancelled());
            case Phase.Busy busy -> settle(tx, deployment, busy.fail("The build was ended from outside."));
            case Phase.Settled _ -> {}
        }
    }

    /// Says that the proposal of a deployment was turned down; one that was to be cancelled is cancelled.
    void rejected(Transaction tx, String id) {
        StoredDeployment deployment = get(tx, id);
        new DeployableTable(tx).ranNothing(deployment.target().arn());
        switch (deployment.phase()) {
            case Phase.InProgress running -> settle(tx, deployment, running.reject());
            case Phase.Cancelling _, Phase.DeleteInProgress _, Phase.Settled _ -> cancelled(tx, id);
        }
    }

    /// Takes back a deployment that was never released: its target stands as it stood before, its record is gone.
    public void takeBack(Transaction tx, String targetArn) {
        var table = new DeploymentTable(tx);
        table.busyOf(targetArn).ifPresent(waiting -> {
            table.delete(waiting.id());
            new DeployableTable(tx).takeBack(targetArn);
        });
    }

    /// Lets the waiting deployment of a target run, if it has one.
    public void releaseOf(Transaction tx, String targetArn) {
        new DeploymentTable(tx).busyOf(targetArn).ifPresent(waiting -> release(tx, waiting.id()));
    }

    /// Ends the waiting deployment of a target, if it has one, as failed.
    public void failOf(Transaction tx, String targetArn, String why) {
        new DeploymentTable(tx).busyOf(targetArn).ifPresent(waiting -> fail(tx, waiting.id(), why));
    }

    private void settle(Transaction tx, StoredDeployment deployment, Phase.Settled settled) {
        move(tx, deployment, deployment.phase(), settled);
        StoredDeployment after = get(tx, deployment.id());
        if (settled instanceof Phase.Succeeded) {
            new DeployableTable(tx).succeed(after);
        }
        if (settled instanceof Phase.DeleteComplete) {
            new DeployableTable(tx).delete(after.target().arn());
        }
        aftermaths.forEach(aftermath -> aftermath.settled(tx, after));
    }

    private void move(Transaction tx, StoredDeployment deployment, Phase from, Phase to) {
        if (!new DeploymentTable(tx).move(deployment.id(), from, to, clock.instant())) {
            throw new IllegalStateException("deployment %s is no longer %s".formatted(deployment.id(), from.status()));
        }
        new DeployableTable(tx).stand(deployment.target().arn(), to);
    }

    private static StoredDeployment get(Transaction tx, String id) {
        return new DeploymentTable(tx)
                .find(id)
                .orElseThrow(() -> new IllegalStateException("deployment %s is gone".formatted(id)));
    }
}

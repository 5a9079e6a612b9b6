package openproton.change;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// Ends deployments: the last phase, the outputs, what its target is from then on, and what follows for others; all in
/// one transaction.
///
/// @param jobs wakes the job of a deployment that is ended from outside
/// @param aftermaths asked in order whenever a deployment is settled
public record Settlement(Jobs jobs, InstantSource clock, List<Aftermath> aftermaths) {

    /// What follows for other resources when a deployment is settled.
    @FunctionalInterface
    public interface Aftermath {

        /// Runs in the transaction that settles the deployment, after its target was changed.
        void settled(Transaction tx, StoredDeployment deployment);
    }

    /// Keeps outputs and resources, and says that the infrastructure is what was wanted.
    public void succeed(Transaction tx, String id, Map<String, String> outputs, List<ProvisionedResource> resources) {
        new DeploymentTable(tx).keepResult(id, outputs, resources, clock.instant());
        StoredDeployment deployment = get(tx, id);
        switch (deployment.phase()) {
            case Phase.Busy busy ->
                settle(
                        tx,
                        deployment,
                        succeeded(busy, deployment.traces().rendered().warning()));
            case Phase.Settled _ -> {}
        }
    }

    /// Forgets a settled deployable at once, as if its infrastructure had been removed; the record of that stays.
    public void forget(Transaction tx, Deployments deployments, Deployable deployable) {
        StoredDeployment removal = deployments.remove(tx, deployable, Start.NEVER);
        succeed(tx, removal.id(), Map.of(), List.of());
    }

    /// Says that the infrastructure is what was wanted, with the outputs that were reported.
    public void succeedAsReported(Transaction tx, StoredDeployment deployment, List<ProvisionedResource> resources) {
        succeed(tx, deployment.id(), get(tx, deployment.id()).traces().outputs(), resources);
    }

    private static Phase.Settled succeeded(Phase.Busy busy, Optional<String> warning) {
        return switch (busy) {
            case Phase.InProgress running -> running.succeed(warning);
            case Phase.Cancelling cancelling -> cancelling.succeed(warning);
            case Phase.DeleteInProgress deleting -> deleting.complete();
            case Phase.Waiting waiting -> succeeded(waiting.proceed(), warning);
        };
    }

    /// Says why the infrastructure could not be brought where it should be; nothing happens when it is settled or gone.
    public void fail(Transaction tx, String id, String why) {
        new DeploymentTable(tx).find(id).ifPresent(deployment -> {
            if (deployment.phase() instanceof Phase.Busy busy) {
                settle(tx, deployment, busy.fail(why));
            }
        });
    }

    /// Ends the deployment of a target as failed that waits for other parts of its service, if there is one.
    public void failWaiting(Transaction tx, String targetArn, String why) {
        new DeploymentTable(tx).busyOf(targetArn).ifPresent(waiting -> fail(tx, waiting.id(), why));
    }

    /// Says that a deployment was stopped: on request, or by what nobody asked for.
    public void cancelled(Transaction tx, String id) {
        StoredDeployment deployment = get(tx, id);
        switch (deployment.phase()) {
            case Phase.Cancelling cancelling -> settle(tx, deployment, cancelling.cancelled());
            case Phase.Busy busy -> settle(tx, deployment, busy.fail("The build was ended from outside."));
            case Phase.Settled _ -> {}
        }
    }

    /// Says that the pull request of a deployment was turned down; one that was to be cancelled is cancelled.
    public void rejected(Transaction tx, String id) {
        StoredDeployment deployment = get(tx, id);
        new DeployableTable(tx).ranNothing(deployment.target().arn());
        Phase phase = deployment.phase() instanceof Phase.Waiting waiting ? waiting.proceed() : deployment.phase();
        switch (phase) {
            case Phase.InProgress running -> settle(tx, deployment, running.reject());
            case Phase.Cancelling _, Phase.DeleteInProgress _, Phase.Waiting _, Phase.Settled _ -> cancelled(tx, id);
        }
    }

    private void settle(Transaction tx, StoredDeployment deployment, Phase.Settled settled) {
        new DeploymentTable(tx).move(deployment, settled, clock.instant());
        jobs.wake(tx, Deployments.ENTRY, deployment.id());
        StoredDeployment after = get(tx, deployment.id());
        if (settled instanceof Phase.Succeeded) {
            new DeployableTable(tx).succeed(after);
        }
        if (settled instanceof Phase.DeleteComplete) {
            String arn = after.target().arn();
            new DeployableTable(tx).delete(arn);
            new DeploymentTable(tx).deleteHidden(arn);
        }
        aftermaths.forEach(aftermath -> aftermath.settled(tx, after));
    }

    private static StoredDeployment get(Transaction tx, String id) {
        return new DeploymentTable(tx)
                .find(id)
                .orElseThrow(() -> new IllegalStateException("deployment %s is gone".formatted(id)));
    }
}

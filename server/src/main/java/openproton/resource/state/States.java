package openproton.resource.state;

import java.time.InstantSource;
import java.util.Optional;
import openproton.api.state.StateKeeper;
import openproton.change.DeployableTable;
import openproton.change.StoredDeployment;
import openproton.provision.DeploymentLog;
import openproton.store.Database;
import openproton.store.Transaction;

/// Keeps the state of each resource that Terraform makes: sealed, with its last versions. Only the deployment that is
/// under
/// way may lock or change it, so the lock of a build that was killed stops nobody.
///
/// @param logs where a deployment is told that it took over a lock
public record States(Database database, Seal seal, DeploymentLog logs, InstantSource clock) implements StateKeeper {
    private static final int VERSIONS_MAX = 50;

    /// Makes states unreadable for everybody but this installation.
    public interface Seal {

        /// @param purpose what the text is for; only the same purpose opens it again
        byte[] close(String text, String purpose);

        /// Empty when it was sealed by another key or for another purpose, or changed since.
        Optional<String> open(byte[] sealed, String purpose);
    }

    @Override
    public Optional<String> read(Asker asker) {
        return database.read(tx -> new StateTable(tx).newest(asker.resourceArn()))
                .map(this::opened)
                .filter(state -> !state.isEmpty());
    }

    private String opened(StateVersion version) {
        return seal.open(version.sealed(), version.purpose())
                .orElseThrow(() ->
                        new IllegalStateException("version %d of the state of %s was sealed with another master key"
                                .formatted(version.number(), version.arn())));
    }

    @Override
    public Outcome write(Asker asker, Optional<String> lockId, String state) {
        return change(asker, tx -> {
            var lock = new LockTable(tx).find(asker.resourceArn());
            if (!lock.map(StateLock::id).equals(lockId)) {
                return lock.<Outcome>map(held -> new Outcome.Held(held.info()))
                        .orElseGet(() ->
                                new Outcome.Refused("the lock %s is no longer held".formatted(lockId.orElse(""))));
            }
            keep(tx, asker, state);
            return new Outcome.Done();
        });
    }

    private void keep(Transaction tx, Asker asker, String state) {
        var table = new StateTable(tx);
        String arn = asker.resourceArn();
        long number = table.newest(arn).map(StateVersion::number).orElse(0L) + 1;
        byte[] sealed = seal.close(state, StateVersion.purpose(arn, number));
        table.insert(new StateVersion(arn, number, asker.deploymentId(), clock.instant(), sealed));
        table.deleteUpTo(arn, number - VERSIONS_MAX);
    }

    @Override
    public Outcome lock(Asker asker, String info) {
        if (StateLock.id(info).isEmpty()) {
            return new Outcome.Refused("a lock is asked for with a JSON object that has the member ID");
        }
        var wanted = new StateLock(asker.resourceArn(), asker.deploymentId(), info);
        return change(asker, tx -> {
            var table = new LockTable(tx);
            table.find(wanted.arn()).filter(held -> isStale(held, asker)).ifPresent(stale -> {
                table.delete(stale.arn());
                tx.afterCommit(() -> logs.append(
                        asker.deploymentId(),
                        "[OpenProton] took over the state lock %s that the build of deployment %s left (%s)"
                                .formatted(stale.id(), stale.deploymentId(), stale.operation())));
            });
            return table.insert(wanted, clock.instant())
                    ? new Outcome.Done()
                    : table.find(wanted.arn())
                            .filter(held -> !held.id().equals(wanted.id()))
                            .<Outcome>map(held -> new Outcome.Held(held.info()))
                            .orElseGet(Outcome.Done::new);
        });
    }

    /// The asker's deployment is the only one under way, so every other one is over.
    private static boolean isStale(StateLock held, Asker asker) {
        return !held.deploymentId().equals(asker.deploymentId());
    }

    @Override
    public Outcome unlock(Asker asker, String info) {
        return change(asker, tx -> {
            var table = new LockTable(tx);
            var other = table.find(asker.resourceArn())
                    .filter(held -> !info.isEmpty() && !held.id().equals(StateLock.id(info)));
            if (other.isPresent()) {
                return new Outcome.Held(other.get().info());
            }
            table.delete(asker.resourceArn());
            return new Outcome.Done();
        });
    }

    private Outcome change(Asker asker, StateUpdate change) {
        return database.inTransaction(tx -> isUnderWay(tx, asker)
                ? change.in(tx)
                : new Outcome.Refused(
                        "deployment %s of %s is not under way, so it may not change the state; plans are made with -lock=false"
                                .formatted(asker.deploymentId(), asker.resourceArn())));
    }

    @FunctionalInterface
    private interface StateUpdate {
        Outcome in(Transaction tx);
    }

    private static boolean isUnderWay(Transaction tx, Asker asker) {
        return new DeployableTable(tx)
                .find(asker.resourceArn())
                .flatMap(found -> StoredDeployment.busyOf(tx, found.target()))
                .filter(busy -> busy.id().equals(asker.deploymentId()))
                .isPresent();
    }

    /// Frees the state of a resource once its deployment is over: a build that was killed could not do it.
    ///
    /// @param logs where that is told
    public static void settled(Transaction tx, StoredDeployment deployment, DeploymentLog logs) {
        var table = new LockTable(tx);
        table.find(deployment.target().arn()).ifPresent(left -> {
            table.delete(left.arn());
            tx.afterCommit(() -> logs.append(
                    deployment.id(),
                    "[OpenProton] released the state lock %s that the build left (%s)"
                            .formatted(left.id(), left.operation())));
        });
    }
}

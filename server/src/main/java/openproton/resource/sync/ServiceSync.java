package openproton.resource.sync;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.ResourceSyncStatus;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.StoredService;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// Brings the instances of services to what their branches say; one job a service. Instances start in the order of the
/// ops file, and one that waits or fails stops none of the others.
///
/// @param instances brings one of them
public record ServiceSync(Database database, InstanceSync instances, InstantSource clock) {
    static final FirstStep ENTRY = new FirstStep("service-sync", "sync");

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke).step(ENTRY.step(), this::sync);
    }

    private Verdict sync(String arn) {
        Optional<StoredService> service = database.read(tx -> new ServiceTable(tx).find(arn));
        Optional<SyncConfig> config = service.flatMap(found -> database.read(tx -> Syncs.find(tx, follower(found))));
        if (service.isEmpty() || config.isEmpty()) {
            return new Verdict.End(_ -> {});
        }
        var follower = config.get().follower();
        Optional<Duration> pause = Optional.empty();
        boolean leads = true;
        for (ResourceSyncTable.Standing standing : standings(follower)) {
            Optional<Duration> wanted = instances.go(new InstanceSync.Turn(config.get(), standing, leads));
            pause = sooner(pause, wanted);
            leads = false;
        }
        return pause.<Verdict>map(Verdict.Wait::new).orElseGet(() -> end(follower));
    }

    private static Optional<Duration> sooner(Optional<Duration> one, Optional<Duration> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    /// Ends the job, unless something came meanwhile, which then fails the end and so has the job run again.
    private Verdict end(SyncConfig.Follower follower) {
        List<ResourceSyncTable.Standing> seen = standings(follower);
        if (seen.stream().anyMatch(instances::isDue)) {
            return new Verdict.Wait(Duration.ZERO);
        }
        return new Verdict.End(tx -> {
            if (!new SyncEntryTable(tx).standings(follower).equals(seen)) {
                throw new IllegalStateException("there is more to sync for " + follower.words());
            }
        });
    }

    private List<ResourceSyncTable.Standing> standings(SyncConfig.Follower follower) {
        return database.read(tx -> new SyncEntryTable(tx).standings(follower));
    }

    private static SyncConfig.Follower follower(StoredService service) {
        return SyncConfig.Follower.service(
                service.name().scope(), service.name().name());
    }

    private void broke(Transaction tx, String arn, String why) {
        var table = new ResourceSyncTable(tx);
        for (ResourceSyncTable.Standing standing : table.below(arn + "/service-instance/")) {
            standing.latest().map(SyncAttempt::new).filter(SyncAttempt::isOpen).ifPresent(attempt -> {
                var failed = attempt.with("SYNC_FAILED", why, clock.instant()).as(ResourceSyncStatus.FAILED);
                table.attempt(standing.target(), failed.state(), Optional.empty());
            });
        }
    }
}

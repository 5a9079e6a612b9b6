package openproton.resource.sync.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.ResourceSyncStatus;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.StoredService;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncAttempt;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.SyncEntryTable;
import openproton.resource.sync.follow.Syncs;
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
        for (ResourceSyncTable.SyncPosition position : positions(follower)) {
            Optional<Duration> wanted = instances.go(new InstanceSync.Turn(config.get(), position, leads));
            pause = sooner(pause, wanted);
            leads = false;
        }
        return pause.<Verdict>map(Verdict.Wait::new).orElseGet(() -> end(follower));
    }

    private static Optional<Duration> sooner(Optional<Duration> one, Optional<Duration> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    /// Ends the job, unless something came meanwhile, which then fails the end and so has the job run again.
    private Verdict end(SyncConfig.SyncedResource follower) {
        List<ResourceSyncTable.SyncPosition> seen = positions(follower);
        if (seen.stream().anyMatch(instances::isDue)) {
            return new Verdict.Wait(Duration.ZERO);
        }
        return new Verdict.End(tx -> {
            if (!new SyncEntryTable(tx).positions(follower).equals(seen)) {
                throw new IllegalStateException("there is more to sync for " + follower.words());
            }
        });
    }

    private List<ResourceSyncTable.SyncPosition> positions(SyncConfig.SyncedResource follower) {
        return database.read(tx -> new SyncEntryTable(tx).positions(follower));
    }

    private static SyncConfig.SyncedResource follower(StoredService service) {
        return SyncConfig.SyncedResource.service(
                service.name().scope(), service.name().name());
    }

    private void broke(Transaction tx, String arn, String why) {
        var table = new ResourceSyncTable(tx);
        for (ResourceSyncTable.SyncPosition position : table.below(arn + "/service-instance/")) {
            position.latest().map(SyncAttempt::new).filter(SyncAttempt::isOpen).ifPresent(attempt -> {
                var failed = attempt.with("SYNC_FAILED", why, clock.instant()).as(ResourceSyncStatus.FAILED);
                table.attempt(position.target(), failed.state(), Optional.empty());
            });
        }
    }
}

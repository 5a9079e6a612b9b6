package openproton.resource.sync.service;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.ResourceSyncStatus;
import openproton.api.UpdateServiceSyncBlockerInput;
import openproton.api.UpdateServiceSyncBlockerOutput;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncAttempt;
import openproton.resource.sync.follow.SyncEntryTable;
import openproton.store.Transaction;

/// Says why a blocker no longer holds; what it held is then brought to what its branch says, over the manual change.
///
/// @param following starts the sync
public record UpdateServiceSyncBlocker(ServiceFollowing following, InstantSource clock)
        implements Change<UpdateServiceSyncBlockerInput, UpdateServiceSyncBlockerOutput> {

    @Override
    public UpdateServiceSyncBlockerOutput handle(Transaction tx, UpdateServiceSyncBlockerInput input, Caller caller) {
        var table = new SyncBlockerTable(tx);
        StoredBlocker blocker = get(tx, Scope.of(caller), input.id());
        if (!blocker.isActive()) {
            throw new ConflictException("blocker %s is resolved already".formatted(input.id()));
        }
        Instant now = clock.instant();
        table.resolve(input.id(), input.resolvedReason(), now);
        again(tx, blocker, input.resolvedReason(), now);
        return UpdateServiceSyncBlockerOutput.builder()
                .serviceName(blocker.service().name())
                .serviceInstanceName(blocker.instance())
                .serviceSyncBlocker(get(tx, Scope.of(caller), input.id()).toApi())
                .build();
    }

    private static StoredBlocker get(Transaction tx, Scope scope, String id) {
        return new SyncBlockerTable(tx)
                .find(scope, id)
                .orElseThrow(() -> new ResourceNotFoundException("there is no blocker %s".formatted(id)));
    }

    /// Begins a new attempt for everything that the blocker held and that is not being deployed. An attempt may not
    /// have
    /// noticed yet that its deployment is over.
    private void again(Transaction tx, StoredBlocker blocker, String why, Instant now) {
        var table = new ResourceSyncTable(tx);
        for (ResourceSyncTable.SyncPosition position : new SyncEntryTable(tx).positions(blocker.service())) {
            boolean held = blocker.instance()
                    .map(name -> position.target().equals(blocker.service().targets() + name))
                    .orElse(true);
            if (held && !isBusy(tx, position.target())) {
                var attempt = SyncAttempt.begin(position, position.target(), now)
                        .with("BLOCKER_RESOLVED", why, blocker.id(), now);
                table.attempt(
                        position.target(),
                        attempt.as(ResourceSyncStatus.INITIATED).state(),
                        Optional.empty());
            }
        }
        following.start(tx, blocker.service());
    }

    private static boolean isBusy(Transaction tx, String instance) {
        return new DeployableTable(tx).find(instance).filter(Deployable::isBusy).isPresent();
    }
}

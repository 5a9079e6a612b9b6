package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteServiceSyncConfigInput;
import openproton.api.DeleteServiceSyncConfigOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Lets a service follow nothing any more; its instances stay.
public record DeleteServiceSyncConfig(Syncs syncs)
        implements Change<DeleteServiceSyncConfigInput, DeleteServiceSyncConfigOutput> {

    @Override
    public DeleteServiceSyncConfigOutput handle(Transaction tx, DeleteServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
        SyncConfig config = syncs.delete(tx, follower);
        return new DeleteServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}

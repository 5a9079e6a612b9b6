package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteServiceSyncConfigInput;
import openproton.api.DeleteServiceSyncConfigOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// Lets a service follow nothing any more; its instances stay.
public record DeleteServiceSyncConfig(Syncs syncs)
        implements Operation<DeleteServiceSyncConfigInput, DeleteServiceSyncConfigOutput> {

    @Override
    public DeleteServiceSyncConfigOutput handle(DeleteServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.service(Scope.of(caller), input.serviceName());
        SyncConfig config = syncs.database().inTransaction(tx -> syncs.delete(tx, follower));
        return new DeleteServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}

package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceSyncConfigInput;
import openproton.api.GetServiceSyncConfigOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Which ops file a service follows.
public record GetServiceSyncConfig(Database database)
        implements Operation<GetServiceSyncConfigInput, GetServiceSyncConfigOutput> {

    @Override
    public GetServiceSyncConfigOutput handle(GetServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.service(Scope.of(caller), input.serviceName());
        return database.read(tx -> new GetServiceSyncConfigOutput(
                Optional.of(Syncs.get(tx, follower).serviceSyncConfig())));
    }
}

package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceSyncConfigInput;
import openproton.api.GetServiceSyncConfigOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Which ops file a service follows.
public record GetServiceSyncConfig() implements Query<GetServiceSyncConfigInput, GetServiceSyncConfigOutput> {

    @Override
    public GetServiceSyncConfigOutput handle(Transaction tx, GetServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
        return new GetServiceSyncConfigOutput(
                Optional.of(Syncs.get(tx, follower).serviceSyncConfig()));
    }
}

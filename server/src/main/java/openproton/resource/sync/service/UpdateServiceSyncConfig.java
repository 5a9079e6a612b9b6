package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.UpdateServiceSyncConfigInput;
import openproton.api.UpdateServiceSyncConfigOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Lets a service follow another ops file, which is synced at once.
public record UpdateServiceSyncConfig(Syncs syncs)
        implements Change<UpdateServiceSyncConfigInput, UpdateServiceSyncConfigOutput> {

    @Override
    public UpdateServiceSyncConfigOutput handle(Transaction tx, UpdateServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.filePath());
        syncs.update(tx, config);
        return new UpdateServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}

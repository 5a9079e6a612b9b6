package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.UpdateServiceSyncConfigInput;
import openproton.api.UpdateServiceSyncConfigOutput;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Scope;

/// Lets a service follow another ops file, which is synced at once.
public record UpdateServiceSyncConfig(Syncs syncs)
        implements Operation<UpdateServiceSyncConfigInput, UpdateServiceSyncConfigOutput> {

    @Override
    public UpdateServiceSyncConfigOutput handle(UpdateServiceSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.service(Scope.of(caller), input.serviceName());
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.filePath());
        syncs.database().change(tx -> syncs.update(tx, config));
        return new UpdateServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}

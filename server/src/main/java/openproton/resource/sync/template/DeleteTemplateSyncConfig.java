package openproton.resource.sync.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteTemplateSyncConfigInput;
import openproton.api.DeleteTemplateSyncConfigOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Lets a template follow nothing any more; its versions stay.
public record DeleteTemplateSyncConfig(Syncs syncs)
        implements Change<DeleteTemplateSyncConfigInput, DeleteTemplateSyncConfigOutput> {

    @Override
    public DeleteTemplateSyncConfigOutput handle(Transaction tx, DeleteTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.template(Scope.of(caller), input.templateType(), input.templateName());
        SyncConfig config = syncs.delete(tx, follower);
        return new DeleteTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}

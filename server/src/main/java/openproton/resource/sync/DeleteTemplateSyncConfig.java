package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteTemplateSyncConfigInput;
import openproton.api.DeleteTemplateSyncConfigOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// Lets a template follow nothing any more; its versions stay.
public record DeleteTemplateSyncConfig(Syncs syncs)
        implements Operation<DeleteTemplateSyncConfigInput, DeleteTemplateSyncConfigOutput> {

    @Override
    public DeleteTemplateSyncConfigOutput handle(DeleteTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.template(Scope.of(caller), input.templateType(), input.templateName());
        SyncConfig config = syncs.database().inTransaction(tx -> syncs.delete(tx, follower));
        return new DeleteTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}

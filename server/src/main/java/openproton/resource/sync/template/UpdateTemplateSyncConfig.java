package openproton.resource.sync.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.UpdateTemplateSyncConfigInput;
import openproton.api.UpdateTemplateSyncConfigOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Lets a template follow another branch or folder; a subdirectory that is left out is cleared.
public record UpdateTemplateSyncConfig(Syncs syncs)
        implements Change<UpdateTemplateSyncConfigInput, UpdateTemplateSyncConfigOutput> {

    @Override
    public UpdateTemplateSyncConfigOutput handle(Transaction tx, UpdateTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.template(Scope.of(caller), input.templateType(), input.templateName());
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.subdirectory().orElse(""));
        syncs.update(tx, config);
        return new UpdateTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}

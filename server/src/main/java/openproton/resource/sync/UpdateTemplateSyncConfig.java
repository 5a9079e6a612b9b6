package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.UpdateTemplateSyncConfigInput;
import openproton.api.UpdateTemplateSyncConfigOutput;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Scope;

/// Lets a template follow another branch or folder; a subdirectory that is left out is cleared.
public record UpdateTemplateSyncConfig(Syncs syncs)
        implements Operation<UpdateTemplateSyncConfigInput, UpdateTemplateSyncConfigOutput> {

    @Override
    public UpdateTemplateSyncConfigOutput handle(UpdateTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.template(Scope.of(caller), input.templateType(), input.templateName());
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.subdirectory().orElse(""));
        syncs.database().change(tx -> syncs.update(tx, config));
        return new UpdateTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}

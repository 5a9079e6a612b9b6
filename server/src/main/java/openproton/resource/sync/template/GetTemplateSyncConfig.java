package openproton.resource.sync.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetTemplateSyncConfigInput;
import openproton.api.GetTemplateSyncConfigOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// What a template follows.
public record GetTemplateSyncConfig() implements Query<GetTemplateSyncConfigInput, GetTemplateSyncConfigOutput> {

    @Override
    public GetTemplateSyncConfigOutput handle(Transaction tx, GetTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.template(Scope.of(caller), input.templateType(), input.templateName());
        return new GetTemplateSyncConfigOutput(
                Optional.of(Syncs.get(tx, follower).templateSyncConfig()));
    }
}

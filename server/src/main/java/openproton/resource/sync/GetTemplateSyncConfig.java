package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetTemplateSyncConfigInput;
import openproton.api.GetTemplateSyncConfigOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// What a template follows.
public record GetTemplateSyncConfig(Database database)
        implements Operation<GetTemplateSyncConfigInput, GetTemplateSyncConfigOutput> {

    @Override
    public GetTemplateSyncConfigOutput handle(GetTemplateSyncConfigInput input, Caller caller) {
        var follower = SyncConfig.Follower.template(Scope.of(caller), input.templateType(), input.templateName());
        return database.read(tx -> new GetTemplateSyncConfigOutput(
                Optional.of(Syncs.get(tx, follower).templateSyncConfig())));
    }
}

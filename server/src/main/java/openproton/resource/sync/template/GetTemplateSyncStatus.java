package openproton.resource.sync.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetTemplateSyncStatusInput;
import openproton.api.GetTemplateSyncStatusOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// How far a major version of a template has followed its branch; nothing before the first attempt.
public record GetTemplateSyncStatus() implements Query<GetTemplateSyncStatusInput, GetTemplateSyncStatusOutput> {

    @Override
    public GetTemplateSyncStatusOutput handle(Transaction tx, GetTemplateSyncStatusInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.template(Scope.of(caller), input.templateType(), input.templateName());
        SyncConfig config = Syncs.get(tx, follower);
        String target = TemplateFollowing.template(config).arn() + ":" + input.templateVersion();
        Optional<ResourceSyncTable.SyncPosition> position = new ResourceSyncTable(tx).find(target);
        return GetTemplateSyncStatusOutput.builder()
                .latestSync(position.flatMap(ResourceSyncTable.SyncPosition::latest))
                .latestSuccessfulSync(position.flatMap(ResourceSyncTable.SyncPosition::succeeded))
                .desiredState(position.map(ResourceSyncTable.SyncPosition::desired))
                .build();
    }
}

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
        var follower = SyncConfig.Follower.template(Scope.of(caller), input.templateType(), input.templateName());
        SyncConfig config = Syncs.get(tx, follower);
        String target = TemplateFollowing.template(config).arn() + ":" + input.templateVersion();
        Optional<ResourceSyncTable.Standing> standing = new ResourceSyncTable(tx).find(target);
        return GetTemplateSyncStatusOutput.builder()
                .latestSync(standing.flatMap(ResourceSyncTable.Standing::latest))
                .latestSuccessfulSync(standing.flatMap(ResourceSyncTable.Standing::succeeded))
                .desiredState(standing.map(ResourceSyncTable.Standing::desired))
                .build();
    }
}

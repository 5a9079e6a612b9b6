package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceInstanceSyncStatusInput;
import openproton.api.GetServiceInstanceSyncStatusOutput;
import openproton.api.ResourceNotFoundException;
import openproton.change.DeployableTable;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// How far an instance has followed its branch; nothing before the first attempt.
public record GetServiceInstanceSyncStatus()
        implements Query<GetServiceInstanceSyncStatusInput, GetServiceInstanceSyncStatusOutput> {

    @Override
    public GetServiceInstanceSyncStatusOutput handle(
            Transaction tx, GetServiceInstanceSyncStatusInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
        SyncConfig config = Syncs.get(tx, follower);
        String target = follower.targets() + input.serviceInstanceName();
        Optional<ResourceSyncTable.SyncPosition> position = new ResourceSyncTable(tx).find(target);
        if (position.isEmpty() && new DeployableTable(tx).find(target).isEmpty()) {
            throw new ResourceNotFoundException("instance '%s' does not exist, and %s did not name it for %s yet"
                    .formatted(input.serviceInstanceName(), config.path(), follower.words()));
        }
        return GetServiceInstanceSyncStatusOutput.builder()
                .latestSync(position.flatMap(ResourceSyncTable.SyncPosition::latest))
                .latestSuccessfulSync(position.flatMap(ResourceSyncTable.SyncPosition::succeeded))
                .desiredState(position.map(ResourceSyncTable.SyncPosition::desired))
                .build();
    }
}

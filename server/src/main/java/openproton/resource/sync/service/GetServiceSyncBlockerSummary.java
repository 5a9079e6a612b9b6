package openproton.resource.sync.service;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceSyncBlockerSummaryInput;
import openproton.api.GetServiceSyncBlockerSummaryOutput;
import openproton.api.ServiceSyncBlockerSummary;
import openproton.api.SyncBlocker;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// The newest blockers of a service itself or, when an instance is named, of that instance; resolved ones too.
public record GetServiceSyncBlockerSummary()
        implements Query<GetServiceSyncBlockerSummaryInput, GetServiceSyncBlockerSummaryOutput> {
    private static final int SHOWN_MAX = 10;

    @Override
    public GetServiceSyncBlockerSummaryOutput handle(
            Transaction tx, GetServiceSyncBlockerSummaryInput input, Caller caller) {
        var follower = SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
        SyncConfig config = Syncs.get(tx, follower);
        List<SyncBlocker> latest = new SyncBlockerTable(tx)
                .latest(config.follower(), input.serviceInstanceName(), SHOWN_MAX).stream()
                        .map(StoredBlocker::toApi)
                        .toList();
        return new GetServiceSyncBlockerSummaryOutput(Optional.of(ServiceSyncBlockerSummary.builder()
                .serviceName(input.serviceName())
                .serviceInstanceName(input.serviceInstanceName())
                .latestBlockers(Optional.of(latest))
                .build()));
    }
}

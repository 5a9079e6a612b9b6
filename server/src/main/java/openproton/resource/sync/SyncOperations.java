package openproton.resource.sync;

import java.time.InstantSource;
import java.util.List;
import openproton.api.Operation;
import openproton.resource.template.Templates;

/// The operations on what follows git.
///
/// @param services makes services from repositories
public record SyncOperations(
        Syncs syncs, Templates templates, CreateServiceFromRepository services, InstantSource clock) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateTemplateSyncConfig(syncs, templates),
                new GetTemplateSyncConfig(syncs.database()),
                new UpdateTemplateSyncConfig(syncs),
                new DeleteTemplateSyncConfig(syncs),
                new GetTemplateSyncStatus(syncs.database()),
                new GetRepositorySyncStatus(syncs.database()),
                new ListRepositorySyncDefinitions(syncs.database()),
                services,
                new CreateServiceSyncConfig(syncs),
                new GetServiceSyncConfig(syncs.database()),
                new UpdateServiceSyncConfig(syncs),
                new DeleteServiceSyncConfig(syncs),
                new GetServiceInstanceSyncStatus(syncs.database()),
                new GetServiceSyncBlockerSummary(syncs.database()),
                new UpdateServiceSyncBlocker(syncs.database(), new ServiceFollowing(syncs.jobs()), clock));
    }
}

package openproton.resource.sync;

import java.time.InstantSource;
import java.util.List;
import openproton.request.Operation;
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
                new GetTemplateSyncConfig(),
                new UpdateTemplateSyncConfig(syncs),
                new DeleteTemplateSyncConfig(syncs),
                new GetTemplateSyncStatus(),
                new GetRepositorySyncStatus(),
                new ListRepositorySyncDefinitions(),
                services,
                new CreateServiceSyncConfig(syncs),
                new GetServiceSyncConfig(),
                new UpdateServiceSyncConfig(syncs),
                new DeleteServiceSyncConfig(syncs),
                new GetServiceInstanceSyncStatus(),
                new GetServiceSyncBlockerSummary(),
                new UpdateServiceSyncBlocker(new ServiceFollowing(syncs.jobs()), clock));
    }
}

package openproton.resource.sync;

import java.time.InstantSource;
import java.util.List;
import openproton.request.Operation;
import openproton.resource.sync.follow.Syncs;
import openproton.resource.sync.service.CreateServiceFromRepository;
import openproton.resource.sync.service.CreateServiceSyncConfig;
import openproton.resource.sync.service.DeleteServiceSyncConfig;
import openproton.resource.sync.service.GetServiceInstanceSyncStatus;
import openproton.resource.sync.service.GetServiceSyncBlockerSummary;
import openproton.resource.sync.service.GetServiceSyncConfig;
import openproton.resource.sync.service.ServiceFollowing;
import openproton.resource.sync.service.UpdateServiceSyncBlocker;
import openproton.resource.sync.service.UpdateServiceSyncConfig;
import openproton.resource.sync.template.CreateTemplateSyncConfig;
import openproton.resource.sync.template.DeleteTemplateSyncConfig;
import openproton.resource.sync.template.GetTemplateSyncConfig;
import openproton.resource.sync.template.GetTemplateSyncStatus;
import openproton.resource.sync.template.UpdateTemplateSyncConfig;
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

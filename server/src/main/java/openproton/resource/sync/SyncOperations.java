package openproton.resource.sync;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.template.Templates;

/// The operations on what follows git.
public record SyncOperations(Syncs syncs, Templates templates) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateTemplateSyncConfig(syncs, templates),
                new GetTemplateSyncConfig(syncs.database()),
                new UpdateTemplateSyncConfig(syncs),
                new DeleteTemplateSyncConfig(syncs),
                new GetTemplateSyncStatus(syncs.database()),
                new GetRepositorySyncStatus(syncs.database()),
                new ListRepositorySyncDefinitions(syncs.database()));
    }
}

package openproton.resource.pipeline;

import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.change.Deployable;
import openproton.change.Phase;
import openproton.resource.service.ServiceViews;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.store.Transaction;

/// Finds pipelines and says whether they may be changed.
final class Pipelines {
    private Pipelines() {}

    /// @throws ResourceNotFoundException when the service has no pipeline
    static Deployable get(Transaction tx, StoredService service) {
        return ServiceViews.pipeline(tx, service.name())
                .orElseThrow(() -> new ResourceNotFoundException(
                        "%s has no pipeline".formatted(service.name().words())));
    }

    /// @throws ConflictException when the pipeline or its service is busy
    static void requireFree(StoredService service, Deployable pipeline) {
        Services.requireSettled(service);
        if (pipeline.isBusy() || pipeline.phase() instanceof Phase.DeleteFailed) {
            throw new ConflictException("%s is %s and cannot be updated now"
                    .formatted(
                            pipeline.target().words(), pipeline.phase().status().value()));
        }
    }
}

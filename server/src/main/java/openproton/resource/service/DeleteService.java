package openproton.resource.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeleteServiceInput;
import openproton.api.DeleteServiceOutput;
import openproton.api.ServiceStatus;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.Start;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.environment.AccountReach;
import openproton.store.Transaction;

/// Removes the pipeline of a service, then its instances, then the service.
public record DeleteService(Services services) implements Repeatable<DeleteServiceInput, DeleteServiceOutput> {

    @Override
    public String resource(DeleteServiceInput input, Caller caller) {
        return name(input, caller).arn();
    }

    private static StoredService.Name name(DeleteServiceInput input, Caller caller) {
        return new StoredService.Name(Scope.of(caller), input.name());
    }

    @Override
    public Optional<DeleteServiceOutput> current(
            Transaction tx, String resource, DeleteServiceInput input, Caller caller) {
        return current(tx, name(input, caller));
    }

    @Override
    public DeleteServiceOutput handle(Transaction tx, DeleteServiceInput input, Caller caller) {
        return delete(tx, ServiceParts.of(tx, resource(input, caller)));
    }

    private Optional<DeleteServiceOutput> current(Transaction tx, StoredService.Name name) {
        return services.find(tx, name)
                .map(service -> new DeleteServiceOutput(Optional.of(ServiceViews.inDetail(tx, service))));
    }

    private DeleteServiceOutput delete(Transaction tx, ServiceParts parts) {
        StoredService service = parts.service();
        if (service.lifecycle().status() != ServiceStatus.DELETE_IN_PROGRESS) {
            refuseBusy(parts);
            Services.requireDetached(new ComponentTable(tx)
                    .anyAttachedTo(service.name().scope(), service.name().name()));
            parts.instances().forEach(new AccountReach(tx)::require);
            new ServiceTable(tx).move(service, ServiceStatus.DELETE_IN_PROGRESS, Optional.empty());
            parts.pipeline().ifPresent(pipeline -> services.deployments().remove(tx, pipeline, Start.NOW));
            var start = Start.After.parts("waits until the pipeline of %s is gone"
                    .formatted(service.name().words()));
            parts.instances().forEach(instance -> services.deployments().remove(tx, instance, start));
            services.start(tx, DeletionWorkflow.ENTRY, service.name());
        }
        return current(tx, service.name()).orElseThrow();
    }

    private static void refuseBusy(ServiceParts parts) {
        Services.requireSettled(parts.service());
        parts.pipeline().filter(Deployable::isBusy).ifPresent(DeleteService::refuse);
        parts.instances().stream().filter(Deployable::isBusy).findFirst().ifPresent(DeleteService::refuse);
    }

    private static void refuse(Deployable busy) {
        throw new ConflictException("%s is %s; wait until that is over, or cancel it"
                .formatted(busy.target().words(), busy.phase().status().value()));
    }
}

package openproton.resource.service;

import java.util.List;
import openproton.api.ConflictException;
import openproton.api.ServiceStatus;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// What an edit of a service's spec comes to: which instances are added and which removed; all others must stay.
///
/// @param spec the complete new spec
/// @param added entries that no instance has yet
/// @param removed instances that the new spec leaves out, those that could not be removed earlier included
/// @param instancesDuring how many there are once the new ones are there
record Edit(ServiceSpec spec, List<InstanceSpec> added, List<Deployable> removed, int instancesDuring) {

    /// @throws ValidationException when the spec changes more than the set of instances
    /// @throws ConflictException when something that must change is busy
    static Edit of(ServiceParts parts, String text) {
        requireEditable(parts);
        ServiceSpec stored = parts.service().specs().read();
        ServiceSpec wanted = ServiceSpecs.readChange(text, stored);
        if (wanted.instances().isEmpty()) {
            throw new ValidationException("spec must keep at least one instance; use DeleteService to remove them all");
        }
        requireSamePipeline(stored, wanted);
        wanted.instances().forEach(entry -> requireSame(stored, entry));
        List<InstanceSpec> added = wanted.instances().stream()
                .filter(entry -> parts.instance(entry.name()).isEmpty())
                .toList();
        List<Deployable> removed = parts.instances().stream()
                .filter(instance -> wanted.instance(instance.target().name()).isEmpty())
                .toList();
        removed.stream().filter(Deployable::isBusy).findFirst().ifPresent(Edit::refuseBusy);
        return new Edit(wanted, added, removed, parts.instances().size() + added.size() - removed.size());
    }

    private static void requireEditable(ServiceParts parts) {
        if (parts.service().lifecycle().status() == ServiceStatus.DELETE_FAILED) {
            throw new ConflictException("%s is DELETE_FAILED; delete it again"
                    .formatted(parts.service().name().words()));
        }
        parts.pipeline().filter(Deployable::isBusy).ifPresent(Edit::refuseBusy);
    }

    private static void refuseBusy(Deployable busy) {
        throw new ConflictException("%s is %s; wait until that is over, or cancel it"
                .formatted(busy.target().words(), busy.phase().status().value()));
    }

    private static void requireSamePipeline(ServiceSpec stored, ServiceSpec wanted) {
        if (!wanted.pipeline().equals(stored.pipeline())) {
            throw new ValidationException(
                    "UpdateService cannot change the pipeline section of the spec; use UpdateServicePipeline");
        }
    }

    private static void requireSame(ServiceSpec stored, InstanceSpec entry) {
        stored.instance(entry.name()).filter(before -> !before.equals(entry)).ifPresent(before -> {
            boolean moved = !before.environment().equals(entry.environment());
            throw new ValidationException("UpdateService cannot change instance '%s' (%s); use UpdateServiceInstance%s"
                    .formatted(
                            entry.name(),
                            moved ? "its environment" : "its inputs",
                            moved ? ", or delete it and create it again" : ""));
        });
    }
}

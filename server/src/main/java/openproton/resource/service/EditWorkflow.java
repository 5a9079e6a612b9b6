package openproton.resource.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.api.ServiceStatus;
import openproton.render.spec.ServiceSpec;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.Phase;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Verdict;
import openproton.work.Workflow;

/// How the set of a service's instances changes: add, remove, and give the pipeline the new list. When adding fails,
/// all that was added goes again and nothing is removed (resources and lifecycle, §4.3).
public record EditWorkflow(Services services) {
    static final FirstStep ENTRY = new FirstStep("service-edit", "add");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// The workflow; its jobs are named by the ARNs of services.
    public Workflow steps() {
        return Workflow.named(ENTRY.workflow(), this::broke)
                .step(ENTRY.step(), arn -> services.database().read(tx -> add(Parts.of(tx, arn))))
                .step("remove", arn -> services.database().read(tx -> remove(Parts.of(tx, arn))))
                .step("pipeline", arn -> services.database().read(tx -> pipeline(Parts.of(tx, arn))));
    }

    private Verdict add(Parts parts) {
        List<Deployable> added = added(parts);
        if (added.stream().anyMatch(Deployable::isBusy)) {
            return new Verdict.Wait(PAUSE);
        }
        boolean succeeded =
                added.stream().allMatch(instance -> instance.standing().phase() instanceof Phase.Succeeded);
        return new Verdict.Done(succeeded ? tx -> beginRemoval(tx, parts) : tx -> rollBack(tx, parts, added));
    }

    private void beginRemoval(Transaction tx, Parts parts) {
        leaving(parts).forEach(instance -> services.deployments().releaseOf(tx, instance.arn()));
        new ServiceTable(tx).takeOver(parts.service().name().arn());
    }

    private void rollBack(Transaction tx, Parts parts, List<Deployable> added) {
        leaving(parts).forEach(instance -> services.deployments().takeBack(tx, instance.arn()));
        parts.pipeline().ifPresent(pipeline -> services.deployments().takeBack(tx, pipeline.arn()));
        added.forEach(instance -> services.deployments().remove(tx, instance));
        var table = new ServiceTable(tx);
        table.revert(parts.service().name().arn());
        Optional<String> why = added.stream()
                .filter(instance -> !(instance.standing().phase() instanceof Phase.Succeeded))
                .map(instance -> "%s: %s"
                        .formatted(
                                instance.target().words(),
                                instance.standing().phase().why().orElse("was cancelled")))
                .findFirst();
        table.move(parts.service(), ServiceStatus.UPDATE_FAILED_CLEANUP_IN_PROGRESS, why);
    }

    private Verdict remove(Parts parts) {
        if (parts.anyInstanceBusyLeaving()) {
            return new Verdict.Wait(PAUSE);
        }
        StoredService service = parts.service();
        if (service.standing().status() == ServiceStatus.UPDATE_FAILED_CLEANUP_IN_PROGRESS) {
            ServiceStatus end = leftovers(parts).isEmpty()
                    ? ServiceStatus.UPDATE_FAILED_CLEANUP_COMPLETE
                    : ServiceStatus.UPDATE_FAILED_CLEANUP_FAILED;
            return new Verdict.End(tx ->
                    new ServiceTable(tx).move(service, end, service.standing().message()));
        }
        return new Verdict.Done(tx ->
                parts.pipeline().ifPresent(pipeline -> services.deployments().releaseOf(tx, pipeline.arn())));
    }

    private Verdict pipeline(Parts parts) {
        Optional<Deployable> pipeline = parts.pipeline();
        if (pipeline.filter(Deployable::isBusy).isPresent()) {
            return new Verdict.Wait(PAUSE);
        }
        boolean failed = pipeline.filter(found -> !(found.standing().phase() instanceof Phase.Succeeded))
                .isPresent();
        if (failed) {
            Optional<String> why =
                    pipeline.flatMap(found -> found.standing().phase().why());
            return end(parts, ServiceStatus.UPDATE_FAILED, why);
        }
        List<Deployable> leftovers = leftovers(parts);
        if (!leftovers.isEmpty()) {
            String names = leftovers.stream().map(Deployable::arn).collect(Collectors.joining(", "));
            return end(
                    parts,
                    ServiceStatus.UPDATE_COMPLETE_CLEANUP_FAILED,
                    Optional.of("Could not be removed: [%s]; update the service again to retry".formatted(names)));
        }
        return end(parts, ServiceStatus.ACTIVE, Optional.empty());
    }

    private Verdict end(Parts parts, ServiceStatus status, Optional<String> why) {
        return new Verdict.End(tx -> new ServiceTable(tx).move(parts.service(), status, why));
    }

    /// The instances that the edit under way added: in the wanted spec, not in the current one.
    private static List<Deployable> added(Parts parts) {
        ServiceSpec before = parts.service().specs().read();
        return parts.service().specs().wanted().map(ServiceSpec::parse).stream()
                .flatMap(wanted -> wanted.instances().stream())
                .filter(entry -> before.instance(entry.name()).isEmpty())
                .flatMap(entry -> parts.instance(entry.name()).stream())
                .toList();
    }

    private static List<Deployable> leaving(Parts parts) {
        return parts.instancesThat(phase -> phase instanceof Phase.DeleteInProgress);
    }

    private static List<Deployable> leftovers(Parts parts) {
        return parts.instancesThat(phase -> phase instanceof Phase.DeleteFailed);
    }

    private void broke(Transaction tx, String arn, String why) {
        new ServiceTable(tx)
                .find(arn)
                .ifPresent(
                        service -> new ServiceTable(tx).move(service, ServiceStatus.UPDATE_FAILED, Optional.of(why)));
    }
}

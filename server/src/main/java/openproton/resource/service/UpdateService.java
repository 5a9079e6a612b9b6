package openproton.resource.service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ServiceStatus;
import openproton.api.UpdateServiceInput;
import openproton.api.UpdateServiceOutput;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.Start;
import openproton.change.StoredDeployment;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.request.Change;
import openproton.request.Idempotency;
import openproton.request.Quotas;
import openproton.request.Scope;
import openproton.resource.environment.AccountReach;
import openproton.resource.template.version.StoredVersion;
import openproton.store.Transaction;

/// Changes the description of a service, or its set of instances; what is left out stays
/// (docs/behaviour/lifecycle.md#editing-a-service).
///
/// @param watch told of removals
public record UpdateService(Services services, Quotas quotas, ServiceWatch watch)
        implements Change<UpdateServiceInput, UpdateServiceOutput> {

    @Override
    public UpdateServiceOutput handle(Transaction tx, UpdateServiceInput input, Caller caller) {
        var scope = Scope.of(caller);
        StoredService service = services.get(tx, scope, input.name());
        Services.requireSettled(service);
        Idempotency.modified(tx, scope, service.name().arn());
        describe(tx, service, input.description());
        input.spec()
                .ifPresent(spec -> edit(tx, ServiceParts.of(tx, service.name().arn()), spec, caller));
        return new UpdateServiceOutput(ServiceViews.inDetail(tx, services.get(tx, scope, input.name())));
    }

    private void describe(Transaction tx, StoredService service, Optional<String> description) {
        if (description.isPresent()) {
            new ServiceTable(tx)
                    .describe(
                            service.name().arn(), description, services.clock().instant());
        }
    }

    private void edit(Transaction tx, ServiceParts parts, String text, Caller caller) {
        StoredService service = parts.service();
        Edit edit = Edit.of(parts, text);
        Quotas.check(
                edit.instancesDuring() - 1L,
                quotas.instancesPerService(),
                "instances of a service",
                "quotas.instances-per-service");
        var table = new ServiceTable(tx);
        table.want(service.name().arn(), edit.spec().toYaml(), services.clock().instant());
        table.move(service, ServiceStatus.UPDATE_IN_PROGRESS, Optional.empty());
        blockPipeline(tx, parts, edit.spec());
        edit.removed()
                .forEach(instance -> Services.requireDetached(new ComponentTable(tx).attachedTo(instance.target())));
        edit.removed().forEach(new AccountReach(tx)::require);
        remove(tx, service, edit.removed(), caller);
        add(tx, service, edit.added(), edit.spec(), caller);
        services.start(tx, EditWorkflow.ENTRY, service.name());
    }

    private void blockPipeline(Transaction tx, ServiceParts parts, ServiceSpec spec) {
        Optional<Deployable> pipeline = parts.pipeline();
        pipeline.ifPresent(found -> services.deployments()
                .update(tx, found, found.version(), spec.toYaml(), afterInstances(parts.service())));
    }

    private static Start afterInstances(StoredService service) {
        return Start.After.parts(
                "waits for the instances of %s".formatted(service.name().words()));
    }

    private static Start afterNewInstances(StoredService service) {
        return Start.After.parts(
                "waits for the new instances of %s".formatted(service.name().words()));
    }

    private void remove(Transaction tx, StoredService service, List<Deployable> removed, Caller caller) {
        List<StoredDeployment> removals = removed.stream()
                .map(instance -> services.deployments().remove(tx, instance, afterNewInstances(service)))
                .toList();
        if (removals.isEmpty()) {
            return;
        }
        String names = removed.stream()
                .map(instance -> "'%s'".formatted(instance.target().name()))
                .collect(Collectors.joining(", "));
        var change = new ServiceWatch.ServiceChange(
                service.name(),
                Optional.empty(),
                "%s %s removed".formatted(names, removed.size() == 1 ? "was" : "were"),
                ApiModel.UPDATE_SERVICE.name(),
                Optional.of(removals.getFirst().id()));
        watch.changed(tx, caller, change);
    }

    private void add(Transaction tx, StoredService service, List<InstanceSpec> added, ServiceSpec spec, Caller caller) {
        if (added.isEmpty()) {
            return;
        }
        StoredVersion version = services.versionOfNewInstances(tx, service);
        ServiceSpecs.checkInstances(added, version);
        for (InstanceSpec instance : added) {
            StoredDeployment first = services.addInstance(tx, service, instance, version, spec);
            watch.changed(
                    tx,
                    caller,
                    ServiceWatch.ServiceChange.of(
                            first.target(), "it was created", ApiModel.UPDATE_SERVICE.name(), Optional.of(first.id())));
        }
    }
}

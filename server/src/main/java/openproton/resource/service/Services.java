package openproton.resource.service;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.Tag;
import openproton.api.TemplateType;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.resource.deployment.Deployments;
import openproton.resource.deployment.StoredComponent;
import openproton.resource.deployment.StoredDeployment;
import openproton.resource.deployment.Target;
import openproton.resource.request.Idempotency;
import openproton.resource.request.Scope;
import openproton.resource.tag.Tags;
import openproton.resource.template.StoredVersion;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.Versions;
import openproton.store.Database;
import openproton.store.Transaction;
import openproton.work.FirstStep;
import openproton.work.Jobs;

/// What all operations on services, instances and pipelines share.
///
/// @param versions what services are made from
/// @param deployments provisions instances and pipelines
/// @param placement where they may be deployed
/// @param jobs starts the work of services
public record Services(
        Database database,
        Idempotency idempotency,
        Versions versions,
        Deployments deployments,
        Placement placement,
        Jobs jobs) {

    /// The clock of the house.
    public InstantSource clock() {
        return versions.templates().clock();
    }

    /// The service of a name, if there is one.
    public Optional<StoredService> find(Transaction tx, StoredService.Name name) {
        return new ServiceTable(tx).find(name.scope(), name.name());
    }

    /// @throws ResourceNotFoundException when there is no such service
    public StoredService get(Transaction tx, Scope scope, String name) {
        return find(tx, new StoredService.Name(scope, name))
                .orElseThrow(() -> new ResourceNotFoundException("service '%s' does not exist".formatted(name)));
    }

    /// The template of a service.
    public static TemplateKey template(Scope scope, String name) {
        return new TemplateKey(scope, TemplateType.SERVICE, name);
    }

    /// @throws ConflictException when a workflow is working on the service
    public static void requireSettled(StoredService service) {
        if (!service.isSettled()) {
            throw new ConflictException("%s is %s; wait until that is over"
                    .formatted(
                            service.name().words(), service.standing().status().value()));
        }
    }

    /// @throws ConflictException when there is a component that is attached
    static void requireDetached(Optional<StoredComponent> attached) {
        attached.ifPresent(component -> {
            throw new ConflictException("component '%s' is attached to %s; detach it with UpdateComponent first"
                    .formatted(
                            component.name(),
                            component.attachment().orElseThrow().words()));
        });
    }

    /// Keeps a new instance of a service and begins its first deployment.
    ///
    /// @return its first deployment
    public StoredDeployment addInstance(
            Transaction tx, StoredService service, InstanceSpec entry, StoredVersion version, ServiceSpec spec) {
        return addInstance(tx, service, entry, version, spec, List.of());
    }

    /// As above, with tags of its own.
    public StoredDeployment addInstance(
            Transaction tx,
            StoredService service,
            InstanceSpec entry,
            StoredVersion version,
            ServiceSpec spec,
            List<Tag> tags) {
        Scope scope = service.name().scope();
        placement.requireEnvironment(tx, scope, entry.environment(), version);
        var target = Target.instance(scope, entry.environment(), service.name().name(), entry.name());
        StoredDeployment first = deployments.create(tx, target, version.key().inShort(), spec.toYaml());
        Map<String, String> managed = new HashMap<>(managedTags(service));
        managed.put("proton:environment", target.environmentArn());
        managed.put("proton:service-instance", target.arn());
        new Tags(tx).create(scope, target.arn(), Optional.of(service.name().arn()), tags, managed);
        return first;
    }

    static Map<String, String> managedTags(StoredService service) {
        return Map.of(
                "proton:template",
                template(service.name().scope(), service.version().template()).arn(),
                "proton:service",
                service.name().arn());
    }

    /// Takes a service off the books once it has no parts any more.
    public static void forget(Transaction tx, StoredService service, ServiceWatch watch) {
        new ServiceTable(tx).delete(service.name().arn());
        new Tags(tx).forget(service.name().arn());
        watch.gone(tx, service.name());
    }

    /// Starts work on a service.
    public void start(Transaction tx, FirstStep entry, StoredService.Name service) {
        jobs.start(tx, entry, service.arn());
    }

    /// The version that instances added later use: the recommended minor of the service's first major, or else the
    /// version it was created with.
    public StoredVersion versionOfNewInstances(Transaction tx, StoredService service) {
        var template = template(service.name().scope(), service.version().template());
        StoredVersion first = versions.used(tx, template, service.version());
        return first.recommendedMinor().isPresent()
                ? versions.resolve(tx, template, service.version().majorText(), Optional.empty())
                : first;
    }

    /// The environment that a pipeline is said to belong to: that of the first instance.
    static String firstEnvironment(ServiceSpec spec) {
        return spec.instances().isEmpty() ? "none" : spec.instances().getFirst().environment();
    }
}

package openproton.resource.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.CreateServiceInput;
import openproton.api.CreateServiceOutput;
import openproton.api.ServiceStatus;
import openproton.api.ValidationException;
import openproton.change.Start;
import openproton.change.Target;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.request.Quotas;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.resource.template.version.StoredVersion;
import openproton.store.Transaction;

/// Keeps a new service with the instances of its spec and starts their deployments; the pipeline follows when all of
/// them have succeeded.
public record CreateService(Services services, Quotas quotas)
        implements Repeatable<CreateServiceInput, CreateServiceOutput> {

    @Override
    public String resource(CreateServiceInput input, Caller caller) {
        return name(input, caller).arn();
    }

    private static StoredService.Name name(CreateServiceInput input, Caller caller) {
        return new StoredService.Name(Scope.of(caller), input.name());
    }

    @Override
    public Optional<CreateServiceOutput> current(
            Transaction tx, String resource, CreateServiceInput input, Caller caller) {
        var name = name(input, caller);
        Optional<StoredService> found = services.find(tx, name);
        if (found.isPresent() && found.get().lifecycle().status() == ServiceStatus.DELETE_IN_PROGRESS) {
            throw new ConflictException("%s is being deleted".formatted(name.words()));
        }
        return found.map(service -> new CreateServiceOutput(ServiceViews.inDetail(tx, service)));
    }

    @Override
    public CreateServiceOutput handle(Transaction tx, CreateServiceInput input, Caller caller) {
        var name = name(input, caller);
        Quotas.check(new ServiceTable(tx).count(name.scope()), quotas.services(), "services", "quotas.services");
        var template = Services.template(name.scope(), input.templateName());
        StoredVersion version =
                services.versions().resolve(tx, template, input.templateMajorVersion(), input.templateMinorVersion());
        boolean pipeline = !services.versions().isCustomerManaged(tx, template);
        ServiceCode.check(input, pipeline, template);
        ServiceSpec spec = check(input, version, pipeline);
        if (pipeline) {
            services.placement().requirePipeline(tx, name.scope(), version);
        }
        StoredService service = keep(tx, name, input, version, spec);
        for (InstanceSpec instance : spec.instances()) {
            services.addInstance(tx, service, instance, version, spec);
        }
        if (pipeline) {
            var target = Target.pipeline(name.scope(), Services.firstEnvironment(spec), name.name());
            var start = Start.After.parts("waits for the instances of %s".formatted(name.words()));
            services.deployments().create(tx, target, version.key().inShort(), spec.toYaml(), start);
        }
        services.start(tx, CreationWorkflow.ENTRY, name);
        return new CreateServiceOutput(ServiceViews.inDetail(tx, services.get(tx, name.scope(), name.name())));
    }

    private ServiceSpec check(CreateServiceInput input, StoredVersion version, boolean pipeline) {
        ServiceSpec spec = ServiceSpecs.readNew(input.spec());
        if (spec.instances().isEmpty() && !pipeline) {
            throw new ValidationException("spec must list at least one instance, because the template has no pipeline");
        }
        Quotas.check(
                spec.instances().size() - 1L,
                quotas.instancesPerService(),
                "instances of a service",
                "quotas.instances-per-service");
        ServiceSpecs.checkInstances(spec.instances(), version);
        ServiceSpecs.checkPipeline(spec, version);
        return spec;
    }

    private StoredService keep(
            Transaction tx,
            StoredService.Name name,
            CreateServiceInput input,
            StoredVersion version,
            ServiceSpec spec) {
        Instant now = services.clock().instant();
        var service = new StoredService(
                name,
                input.description(),
                version.key().inShort(),
                new StoredService.Code(input.repositoryConnectionArn(), input.repositoryId(), input.branchName()),
                new StoredService.Lifecycle(ServiceStatus.CREATE_IN_PROGRESS, Optional.empty(), now, now),
                new StoredService.Specs(spec.toYaml(), Optional.empty()));
        new ServiceTable(tx).insert(service);
        String template = version.key().template().arn();
        new Tags(tx)
                .create(
                        name.scope(),
                        name.arn(),
                        Optional.of(template),
                        input.tags().orElse(List.of()),
                        Services.managedTags(service));
        return service;
    }
}

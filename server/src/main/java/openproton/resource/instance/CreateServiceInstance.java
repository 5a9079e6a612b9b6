package openproton.resource.instance;

import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.CreateServiceInstanceInput;
import openproton.api.CreateServiceInstanceOutput;
import openproton.api.ServiceStatus;
import openproton.api.ValidationException;
import openproton.change.DeployableTable;
import openproton.change.Target;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.request.Idempotency;
import openproton.request.Quotas;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.service.ExtensionWorkflow;
import openproton.resource.service.ServiceSpecs;
import openproton.resource.service.ServiceTable;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.resource.template.version.StoredVersion;
import openproton.store.Transaction;

/// Adds one instance to a service and starts its first deployment; one that fails stays for inspection.
///
/// @param watch told of it
record CreateServiceInstance(Services services, Quotas quotas, ServiceWatch watch)
        implements Repeatable<CreateServiceInstanceInput, CreateServiceInstanceOutput> {

    @Override
    public String resource(CreateServiceInstanceInput input, Caller caller) {
        return Target.instance(Scope.of(caller), "", input.serviceName(), input.name())
                .arn();
    }

    @Override
    public Optional<CreateServiceInstanceOutput> current(
            Transaction tx, String resource, CreateServiceInstanceInput input, Caller caller) {
        return Instances.find(tx, Scope.of(caller), input.serviceName(), input.name())
                .map(instance -> new CreateServiceInstanceOutput(Instances.show(tx, instance)));
    }

    @Override
    public CreateServiceInstanceOutput handle(Transaction tx, CreateServiceInstanceInput input, Caller caller) {
        var scope = Scope.of(caller);
        StoredService service = services.get(tx, scope, input.serviceName());
        Services.requireSettled(service);
        if (Instances.find(tx, scope, input.serviceName(), input.name()).isPresent()) {
            throw new ConflictException(
                    "instance '%s' of service '%s' already exists".formatted(input.name(), input.serviceName()));
        }
        requireRoom(tx, scope, input.serviceName());
        ServiceSpec stored = service.specs().read();
        InstanceSpec entry = ServiceSpecs.entry(ServiceSpecs.readChange(input.spec(), stored), input.name());
        ServiceSpec wanted = stored.withInstance(entry);
        StoredVersion version = version(tx, service, input);
        ServiceSpecs.checkInstances(List.of(entry), version);
        var table = new ServiceTable(tx);
        table.want(service.name().arn(), wanted.toYaml(), services.clock().instant());
        table.takeOver(service.name().arn());
        table.move(service, ServiceStatus.UPDATE_IN_PROGRESS, Optional.empty());
        services.addInstance(tx, service, entry, version, wanted, input.tags().orElse(List.of()));
        services.start(tx, ExtensionWorkflow.ENTRY, service.name());
        Idempotency.modified(tx, scope, service.name().arn());
        var target = Target.instance(scope, entry.environment(), input.serviceName(), input.name());
        new DeployableTable(tx).keepToken(target.arn(), input.clientToken());
        CreateServiceInstanceOutput answer =
                current(tx, target.arn(), input, caller).orElseThrow();
        watch.changed(
                tx,
                caller,
                ServiceWatch.ServiceChange.of(
                        target,
                        "it was created",
                        ApiModel.CREATE_SERVICE_INSTANCE.name(),
                        answer.serviceInstance().lastAttemptedDeploymentId()));
        return answer;
    }

    /// The model lists no quota error here, so one more than allowed is a validation error
    /// (docs/behaviour/requests.md#errors).
    private void requireRoom(Transaction tx, Scope scope, String service) {
        int present = new DeployableTable(tx).instancesOf(scope, service).size();
        if (present >= quotas.instancesPerService()) {
            throw new ValidationException(
                    "service '%s' has %d instances, as many as it may have; delete some, or ask the operator to raise quotas.instances-per-service"
                            .formatted(service, present));
        }
    }

    private StoredVersion version(Transaction tx, StoredService service, CreateServiceInstanceInput input) {
        if (input.templateMajorVersion().isEmpty()) {
            if (input.templateMinorVersion().isPresent()) {
                throw new ValidationException("templateMinorVersion '%s' needs templateMajorVersion beside it"
                        .formatted(input.templateMinorVersion().get()));
            }
            return services.versionOfNewInstances(tx, service);
        }
        var template =
                Services.template(service.name().scope(), service.version().template());
        return services.versions()
                .resolve(tx, template, input.templateMajorVersion().get(), input.templateMinorVersion());
    }
}

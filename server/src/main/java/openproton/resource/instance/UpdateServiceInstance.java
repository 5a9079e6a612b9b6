package openproton.resource.instance;

import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServiceInstanceOutput;
import openproton.api.ValidationException;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Start;
import openproton.change.StoredComponent;
import openproton.change.Target;
import openproton.render.spec.ServiceSpec;
import openproton.request.Idempotency;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.service.ServiceSpecs;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.Services;
import openproton.resource.service.StoredService;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.VersionChoice;
import openproton.store.Transaction;

/// Changes the spec or the template version of one instance and deploys it again; only its own entry of the spec
/// counts.
///
/// @param watch told of it
public record UpdateServiceInstance(Services services, ServiceWatch watch)
        implements Repeatable<UpdateServiceInstanceInput, UpdateServiceInstanceOutput> {

    @Override
    public String resource(UpdateServiceInstanceInput input, Caller caller) {
        return Target.instance(Scope.of(caller), "", input.serviceName(), input.name())
                .arn();
    }

    @Override
    public Optional<UpdateServiceInstanceOutput> current(
            Transaction tx, String resource, UpdateServiceInstanceInput input, Caller caller) {
        return Instances.find(tx, Scope.of(caller), input.serviceName(), input.name())
                .map(instance -> new UpdateServiceInstanceOutput(Instances.show(tx, instance)));
    }

    @Override
    public UpdateServiceInstanceOutput handle(Transaction tx, UpdateServiceInstanceInput input, Caller caller) {
        var choice =
                new VersionChoice(input.deploymentType(), input.templateMajorVersion(), input.templateMinorVersion());
        if (!choice.deploys() && input.spec().isPresent()) {
            throw new ValidationException(
                    "deploymentType NONE deploys nothing; leave spec out, or use CURRENT_VERSION");
        }
        Deployable instance = Instances.get(tx, Scope.of(caller), input.serviceName(), input.name());
        UpdateServiceInstanceOutput answer = update(tx, instance, input, choice);
        if (choice.deploys()) {
            tell(tx, caller, instance, answer);
        }
        return answer;
    }

    private void tell(Transaction tx, Caller caller, Deployable instance, UpdateServiceInstanceOutput answer) {
        watch.changed(
                tx,
                caller,
                ServiceWatch.ServiceChange.of(
                        instance.target(),
                        "it was updated",
                        ApiModel.UPDATE_SERVICE_INSTANCE.name(),
                        answer.serviceInstance().lastAttemptedDeploymentId()));
    }

    private UpdateServiceInstanceOutput update(
            Transaction tx, Deployable instance, UpdateServiceInstanceInput input, VersionChoice choice) {
        instance.requireChangeable();
        new ComponentTable(tx).attachedTo(instance.target()).ifPresent(UpdateServiceInstance::requireSettled);
        StoredService service = services.get(tx, instance.target().scope(), input.serviceName());
        var template =
                Services.template(instance.target().scope(), instance.version().template());
        StoredVersion version = choice.version(tx, services.versions(), template, instance.version());
        if (choice.deploys()) {
            ServiceSpec spec = spec(service, instance, input.spec());
            ServiceSpecs.checkInstances(
                    List.of(ServiceSpecs.entry(spec, instance.target().name())), version);
            services.placement()
                    .requireEnvironment(
                            tx, instance.target().scope(), instance.target().environment(), version);
            services.deployments().update(tx, instance, version.key().inShort(), spec.toYaml(), Start.NOW);
        }
        new DeployableTable(tx).keepToken(instance.arn(), input.clientToken());
        Idempotency.modified(tx, instance.target().scope(), service.name().arn());
        return new UpdateServiceInstanceOutput(Instances.show(tx, instance));
    }

    private static void requireSettled(StoredComponent component) {
        if (component.deployable().isBusy()) {
            throw new ConflictException("component '%s', attached to %s, is %s; wait until that is over"
                    .formatted(
                            component.name(),
                            component.attachment().orElseThrow().words(),
                            component.deployable().phase().status().value()));
        }
    }

    /// The service's spec with the entry of the instance as the request gives it, or as it was deployed last.
    private static ServiceSpec spec(StoredService service, Deployable instance, Optional<String> given) {
        String name = instance.target().name();
        ServiceSpec stored = service.specs().read();
        ServiceSpec deployed = ServiceSpec.parse(instance.spec());
        if (given.isEmpty()) {
            return stored.withInstance(ServiceSpecs.entry(deployed, name));
        }
        var entry = ServiceSpecs.entry(ServiceSpecs.readChange(given.get(), deployed), name);
        if (!entry.environment().equals(instance.target().environment())) {
            throw new ValidationException("instance '%s' is deployed to environment '%s' and cannot move to '%s'"
                    .formatted(name, instance.target().environment(), entry.environment()));
        }
        return stored.withInstance(entry);
    }
}

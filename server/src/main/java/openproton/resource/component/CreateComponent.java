package openproton.resource.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.CreateComponentInput;
import openproton.api.CreateComponentOutput;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ValidationException;
import openproton.change.ComponentTable;
import openproton.change.DeployableTable;
import openproton.change.ProvisioningMethod;
import openproton.change.Start;
import openproton.change.StoredComponent;
import openproton.change.Target;
import openproton.change.VersionNumber;
import openproton.request.Quotas;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Keeps a new component, attached to an instance or only bound to an environment, and starts its first deployment.
public record CreateComponent(Components components)
        implements Repeatable<CreateComponentInput, CreateComponentOutput> {

    @Override
    public String resource(CreateComponentInput input, Caller caller) {
        return Scope.of(caller).arn("component/" + input.name());
    }

    @Override
    public Optional<CreateComponentOutput> current(
            Transaction tx, String resource, CreateComponentInput input, Caller caller) {
        return Components.show(tx, Scope.of(caller), input.name()).map(CreateComponentOutput::new);
    }

    @Override
    public CreateComponentOutput handle(Transaction tx, CreateComponentInput input, Caller caller) {
        Optional<StoredComponent.Attachment> attachment =
                AttachmentChange.of(input.serviceName(), input.serviceInstanceName());
        if (attachment.isEmpty() && input.environmentName().isEmpty()) {
            throw new ValidationException("give environmentName, or serviceName and serviceInstanceName");
        }
        ServiceSpecRule.check(input.serviceSpec(), attachment);
        return create(tx, Scope.of(caller), input, attachment, ComponentRules.method(input.manifest()));
    }

    private CreateComponentOutput create(
            Transaction tx,
            Scope scope,
            CreateComponentInput input,
            Optional<StoredComponent.Attachment> attachment,
            ProvisioningMethod method) {
        if (Components.find(tx, scope, input.name()).isPresent()) {
            throw new ConflictException("component '%s' already exists".formatted(input.name()));
        }
        long present = new DeployableTable(tx).count(scope, DeploymentTargetResourceType.COMPONENT);
        Quotas.check(present, components.quotas().components(), "components", "quotas.components");
        String environment = environment(tx, scope, input.environmentName(), attachment);
        components.rules().requireEnvironment(tx, scope, environment, method);
        var target = Target.component(scope, environment, input.name());
        keep(tx, target, input, attachment);
        return new CreateComponentOutput(
                Components.show(tx, scope, input.name()).orElseThrow());
    }

    private String environment(
            Transaction tx, Scope scope, Optional<String> given, Optional<StoredComponent.Attachment> attachment) {
        if (attachment.isEmpty()) {
            return given.orElseThrow();
        }
        String of = components
                .rules()
                .requireAttachable(tx, scope, attachment.get())
                .target()
                .environment();
        if (given.isPresent() && !given.get().equals(of)) {
            throw new ValidationException("environmentName is '%s', but %s is deployed to environment '%s'"
                    .formatted(given.get(), attachment.get().words(), of));
        }
        return of;
    }

    private void keep(
            Transaction tx,
            Target target,
            CreateComponentInput input,
            Optional<StoredComponent.Attachment> attachment) {
        var source = new StoredComponent.Source(input.templateFile(), input.manifest(), input.serviceSpec());
        new ComponentTable(tx)
                .insert(
                        target,
                        new StoredComponent.Own(
                                input.description(),
                                attachment,
                                source,
                                components.clock().instant()));
        Map<String, String> managed = new HashMap<>();
        managed.put("proton:environment", target.environmentArn());
        managed.put("proton:component", target.arn());
        Components.attachmentTags(target.scope(), attachment)
                .forEach((key, value) -> value.ifPresent(arn -> managed.put(key, arn)));
        new Tags(tx)
                .create(
                        target.scope(),
                        target.arn(),
                        Optional.of(target.environmentArn()),
                        input.tags().orElse(List.of()),
                        managed);
        components
                .deployments()
                .create(tx, target, VersionNumber.NONE, input.serviceSpec().orElse(""), Start.NOW);
        new DeployableTable(tx).keepToken(target.arn(), input.clientToken());
    }
}

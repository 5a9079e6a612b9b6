package openproton.resource.component;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ComponentDeploymentUpdateType;
import openproton.api.Operation;
import openproton.api.UpdateComponentInput;
import openproton.api.UpdateComponentOutput;
import openproton.api.ValidationException;
import openproton.resource.deployment.ComponentTable;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.DeployableTable;
import openproton.resource.deployment.StoredComponent;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;
import openproton.resource.tag.Tags;
import openproton.resource.template.VersionNumber;
import openproton.store.Transaction;

/// Changes, attaches or detaches a component and deploys it again; with NONE only its description changes.
public record UpdateComponent(Components components) implements Operation<UpdateComponentInput, UpdateComponentOutput> {

    @Override
    public UpdateComponentOutput handle(UpdateComponentInput input, Caller caller) {
        var scope = Scope.of(caller);
        var change = AttachmentChange.asked(input.serviceName(), input.serviceInstanceName());
        boolean deploys = input.deploymentType() == ComponentDeploymentUpdateType.CURRENT_VERSION;
        if (!deploys) {
            refuseMore(input, change);
        }
        return components.database().inTransaction(tx -> {
            StoredComponent component = Components.get(tx, scope, input.name());
            var request = Request.naming(
                    ApiModel.UPDATE_COMPONENT,
                    input,
                    caller,
                    component.deployable().arn(),
                    _ -> Components.show(tx, scope, input.name()).map(UpdateComponentOutput::new));
            return components.idempotency().answer(tx, request, () -> update(tx, component, input, change, deploys));
        });
    }

    private static void refuseMore(UpdateComponentInput input, AttachmentChange change) {
        boolean more = input.serviceSpec().isPresent()
                || input.templateFile().isPresent()
                || !(change instanceof AttachmentChange.Keep);
        if (more) {
            throw new ValidationException(
                    "deploymentType NONE deploys nothing and changes the description only; use CURRENT_VERSION");
        }
    }

    private UpdateComponentOutput update(
            Transaction tx,
            StoredComponent component,
            UpdateComponentInput input,
            AttachmentChange change,
            boolean deploys) {
        component.deployable().requireChangeable();
        Scope scope = component.deployable().target().scope();
        component.attachment().ifPresent(now -> ComponentRules.requireSettled(ComponentRules.instance(tx, scope, now)));
        StoredComponent.Own own = own(component, input, change.after(component));
        if (!own.attachment().equals(component.attachment())) {
            move(tx, component, own.attachment());
        }
        new ComponentTable(tx).change(component.deployable().arn(), own);
        if (deploys) {
            deploy(tx, component, own);
        }
        new DeployableTable(tx).keepToken(component.deployable().arn(), input.clientToken());
        return new UpdateComponentOutput(
                Components.show(tx, scope, component.name()).orElseThrow());
    }

    private StoredComponent.Own own(
            StoredComponent component, UpdateComponentInput input, Optional<StoredComponent.Attachment> attachment) {
        ServiceSpecRule.check(input.serviceSpec(), attachment);
        var source = component.source();
        Optional<String> spec =
                attachment.isEmpty() ? Optional.empty() : input.serviceSpec().or(source::serviceSpec);
        return new StoredComponent.Own(
                input.description().or(() -> component.own().description()),
                attachment,
                new StoredComponent.Source(input.templateFile().orElse(source.templateFile()), source.manifest(), spec),
                components.clock().instant());
    }

    private void move(Transaction tx, StoredComponent component, Optional<StoredComponent.Attachment> attachment) {
        var target = component.deployable().target();
        attachment.ifPresent(wanted -> {
            Deployable instance = components.rules().requireAttachable(tx, target.scope(), wanted);
            if (!instance.target().environment().equals(target.environment())) {
                throw new ValidationException("%s is deployed to environment '%s', the component to '%s'"
                        .formatted(wanted.words(), instance.target().environment(), target.environment()));
            }
        });
        new Tags(tx).move(target.arn(), Components.attachmentTags(target.scope(), attachment));
    }

    private void deploy(Transaction tx, StoredComponent component, StoredComponent.Own own) {
        var target = component.deployable().target();
        components
                .rules()
                .requireEnvironment(
                        tx,
                        target.scope(),
                        target.environment(),
                        ComponentRules.method(own.source().manifest()));
        String spec = own.source().serviceSpec().orElse("");
        components.deployments().update(tx, component.deployable(), VersionNumber.NONE, spec);
    }
}

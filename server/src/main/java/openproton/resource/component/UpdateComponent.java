package openproton.resource.component;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ComponentDeploymentUpdateType;
import openproton.api.UpdateComponentInput;
import openproton.api.UpdateComponentOutput;
import openproton.api.ValidationException;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Start;
import openproton.change.StoredComponent;
import openproton.change.VersionNumber;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Changes, attaches or detaches a component and deploys it again; with NONE only its description changes.
public record UpdateComponent(Components components)
        implements Repeatable<UpdateComponentInput, UpdateComponentOutput> {

    @Override
    public String resource(UpdateComponentInput input, Caller caller) {
        return Scope.of(caller).arn("component/" + input.name());
    }

    @Override
    public Optional<UpdateComponentOutput> current(
            Transaction tx, String resource, UpdateComponentInput input, Caller caller) {
        return Components.show(tx, Scope.of(caller), input.name()).map(UpdateComponentOutput::new);
    }

    @Override
    public UpdateComponentOutput handle(Transaction tx, UpdateComponentInput input, Caller caller) {
        var change = AttachmentChange.asked(input.serviceName(), input.serviceInstanceName());
        boolean deploys = input.deploymentType() == ComponentDeploymentUpdateType.CURRENT_VERSION;
        if (!deploys) {
            refuseMore(input, change);
        }
        return update(tx, Components.get(tx, Scope.of(caller), input.name()), input, change, deploys);
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
        components.deployments().update(tx, component.deployable(), VersionNumber.NONE, spec, Start.NOW);
    }
}

package openproton.resource.component;

import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.ServiceTemplateSupportedComponentSourceType;
import openproton.api.TemplateType;
import openproton.api.ValidationException;
import openproton.change.ComponentTable;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Phase;
import openproton.change.ProvisioningMethod;
import openproton.change.StoredComponent;
import openproton.change.order.Engines;
import openproton.render.BundleException;
import openproton.render.bundle.Manifest;
import openproton.request.Scope;
import openproton.resource.environment.EnvironmentFamily;
import openproton.resource.environment.EnvironmentTable;
import openproton.resource.environment.StoredEnvironment;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.version.Versions;
import openproton.store.Transaction;

/// Where components may be deployed and attached (docs/behaviour/components.md#where-a-component-may-go).
///
/// @param engines how this server provisions
/// @param family what goes into which environment
/// @param versions what instances are made from
public record ComponentRules(Engines engines, EnvironmentFamily family, Versions versions) {

    /// How a manifest wants its file to be provisioned.
    ///
    /// @throws ValidationException when it is not a manifest that a component may have
    static ProvisioningMethod method(String manifest) {
        try {
            return ProvisioningMethod.of(Manifest.readForComponent(manifest));
        } catch (BundleException refusal) {
            throw new ValidationException("manifest: " + refusal.getMessage());
        }
    }

    /// That a component can be provisioned in an environment.
    ///
    /// @throws ResourceNotFoundException when there is no such environment
    /// @throws ValidationException when the two do not go together
    /// @throws ConflictException when the environment is not ready
    void requireEnvironment(Transaction tx, Scope scope, String name, ProvisioningMethod method) {
        StoredEnvironment environment = new EnvironmentTable(tx)
                .find(scope, name)
                .orElseThrow(() -> new ResourceNotFoundException("environment '%s' does not exist".formatted(name)));
        family.require(tx, environment, method, "components of this manifest");
        engines.require(method, environment.place().repository().isPresent(), "the component");
        requireRole(environment, method);
        requireStanding(environment.deployable());
    }

    /// Stacks are made in a role, and so is everything in another account.
    private static void requireRole(StoredEnvironment environment, ProvisioningMethod method) {
        boolean far = environment.place().connection().isPresent();
        boolean needed = method == ProvisioningMethod.CLOUDFORMATION || far;
        if (environment.usableRoles().component().isEmpty() && needed) {
            throw new ValidationException(
                    "environment '%s' has no componentRoleArn, so components cannot be provisioned in it; add one with %s"
                            .formatted(
                                    environment.deployable().target().name(),
                                    far ? "UpdateEnvironmentAccountConnection" : "UpdateEnvironment"));
        }
    }

    /// @throws ConflictException when the environment was never deployed, or is going
    private static void requireStanding(Deployable environment) {
        boolean leaving = environment.isLeaving() || environment.phase() instanceof Phase.DeleteFailed;
        if (leaving || !environment.hasSucceeded()) {
            throw new ConflictException("%s is %s; components can be deployed to it once it was deployed with success"
                    .formatted(
                            environment.target().words(),
                            environment.phase().status().value()));
        }
    }

    /// The instance that a component shall be attached to.
    ///
    /// @throws ResourceNotFoundException when there is no such instance
    /// @throws ValidationException when its template does not support components
    /// @throws ConflictException when it is busy, or has a component already
    Deployable requireAttachable(Transaction tx, Scope scope, StoredComponent.Attachment attachment) {
        Deployable instance = instance(tx, scope, attachment);
        var version = instance.version();
        boolean supported = versions.used(tx, new TemplateKey(scope, TemplateType.SERVICE, version.template()), version)
                .relations()
                .componentSources()
                .contains(ServiceTemplateSupportedComponentSourceType.DIRECTLY_DEFINED);
        if (!supported) {
            throw new ValidationException(
                    "%s is made from version %s of service template '%s', which does not list DIRECTLY_DEFINED in supportedComponentSources"
                            .formatted(
                                    attachment.words(),
                                    version.majorText() + "." + version.minorText(),
                                    version.template()));
        }
        new ComponentTable(tx).attachedTo(instance.target()).ifPresent(other -> {
            throw new ConflictException("component '%s' is already attached to %s; an instance has one at most"
                    .formatted(other.name(), attachment.words()));
        });
        requireSettled(instance);
        return instance;
    }

    /// @throws ResourceNotFoundException when there is no such instance
    static Deployable instance(Transaction tx, Scope scope, StoredComponent.Attachment attachment) {
        return new DeployableTable(tx)
                .find(attachment.target(scope).arn())
                .orElseThrow(() -> new ResourceNotFoundException(attachment.words() + " does not exist"));
    }

    /// @throws ConflictException when the instance that a component is attached to is busy
    static void requireSettled(Deployable instance) {
        if (instance.isBusy()) {
            throw new ConflictException("%s is %s; wait until its deployment is over"
                    .formatted(
                            instance.target().words(), instance.phase().status().value()));
        }
    }
}

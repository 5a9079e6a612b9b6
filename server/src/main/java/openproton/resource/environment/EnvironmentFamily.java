package openproton.resource.environment;

import openproton.api.TemplateType;
import openproton.api.ValidationException;
import openproton.change.ProvisioningMethod;
import openproton.render.bundle.TemplateBundle;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.version.Versions;
import openproton.store.Transaction;

/// CloudFormation and Terraform do not mix in one environment; the other kinds of environments take both
/// (docs/behaviour/provisioning.md#choosing-the-engine).
///
/// @param versions what environments are made from
public record EnvironmentFamily(Versions versions) {

    /// That something may be provisioned in an environment by a method.
    ///
    /// @param words what shall be provisioned, in the plural
    /// @throws ValidationException when the two do not go together
    public void require(Transaction tx, StoredEnvironment environment, ProvisioningMethod method, String words) {
        var deployable = environment.deployable();
        var template = new TemplateKey(
                deployable.target().scope(),
                TemplateType.ENVIRONMENT,
                deployable.version().template());
        ProvisioningMethod other =
                versions.used(tx, template, deployable.version()).method(TemplateBundle.INFRASTRUCTURE);
        boolean mixed = (method == ProvisioningMethod.CLOUDFORMATION && other == ProvisioningMethod.TERRAFORM)
                || (method == ProvisioningMethod.TERRAFORM && other == ProvisioningMethod.CLOUDFORMATION);
        if (mixed) {
            throw new ValidationException("%s is provisioned by %s; %s are provisioned by %s and cannot go into it"
                    .formatted(deployable.target().words(), other, words, method));
        }
    }
}

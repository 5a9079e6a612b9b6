package openproton.change.order;

import openproton.api.TemplateType;
import openproton.change.ProvisioningMethod;
import openproton.change.VersionNumber;
import openproton.render.bundle.TemplateBundle;
import openproton.render.schema.TemplateSchema;
import openproton.request.Scope;
import openproton.store.Transaction;

/// The registered versions of templates, as deployments need them.
public interface TemplateVersions {

    /// Whether there is such a version.
    boolean exist(Transaction tx, Scope scope, TemplateType type, VersionNumber number);

    /// The bundle of a version that is registered.
    TemplateBundle bundle(Transaction tx, Scope scope, TemplateType type, VersionNumber number);

    /// The schema of a version that is registered.
    TemplateSchema schema(Transaction tx, Scope scope, TemplateType type, VersionNumber number);

    /// How one folder of the bundle of a version is provisioned.
    ProvisioningMethod method(Transaction tx, Scope scope, TemplateType type, VersionNumber number, String folder);
}

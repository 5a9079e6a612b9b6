package openproton.resource.template.version;

import openproton.api.TemplateType;
import openproton.change.ArchiveTable;
import openproton.change.ProvisioningMethod;
import openproton.change.VersionNumber;
import openproton.change.order.TemplateVersions;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;
import openproton.render.schema.TemplateSchema;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// The versions that deployments use, read from the copies of their bundles.
public record RegisteredVersions(Versions versions) implements TemplateVersions {

    @Override
    public boolean exist(Transaction tx, Scope scope, TemplateType type, VersionNumber number) {
        return versions.exists(tx, key(scope, type, number));
    }

    private static VersionKey key(Scope scope, TemplateType type, VersionNumber number) {
        return new VersionKey(new TemplateKey(scope, type, number.template()), number.major(), number.minor());
    }

    @Override
    public TemplateBundle bundle(Transaction tx, Scope scope, TemplateType type, VersionNumber number) {
        return bundle(tx, find(tx, scope, type, number));
    }

    private StoredVersion find(Transaction tx, Scope scope, TemplateType type, VersionNumber number) {
        return versions.used(tx, new TemplateKey(scope, type, number.template()), number);
    }

    /// The bundle of a version that is registered.
    public TemplateBundle bundle(Transaction tx, StoredVersion version) {
        byte[] bytes = new ArchiveTable(tx)
                .find(version.registration().content().orElseThrow().archive())
                .orElseThrow();
        TemplateKind kind = TemplateKind.valueOf(version.key().template().type().name());
        boolean customerManaged = versions.isCustomerManaged(tx, version.key().template());
        return TemplateBundle.check(
                BundleArchive.read(bytes, BundleLimits.STANDARD), kind, customerManaged, BundleLimits.STANDARD);
    }

    @Override
    public TemplateSchema schema(Transaction tx, Scope scope, TemplateType type, VersionNumber number) {
        return TemplateSchema.read(find(tx, scope, type, number)
                .registration()
                .content()
                .orElseThrow()
                .schema());
    }

    @Override
    public ProvisioningMethod method(
            Transaction tx, Scope scope, TemplateType type, VersionNumber number, String folder) {
        return find(tx, scope, type, number).method(folder);
    }
}

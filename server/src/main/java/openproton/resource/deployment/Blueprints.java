package openproton.resource.deployment;

import java.util.List;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.TemplateType;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.BundleArchive;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.bundle.TemplateKind;
import openproton.render.namespace.Namespace;
import openproton.render.preview.DeploymentFiles;
import openproton.render.schema.TemplateSchema;
import openproton.request.Scope;
import openproton.resource.template.ArchiveTable;
import openproton.resource.template.Method;
import openproton.resource.template.StoredVersion;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.VersionKey;
import openproton.resource.template.Versions;
import openproton.store.Transaction;

/// Renders what a deployment is to run, from its version, its spec and what is deployed now.
///
/// @param versions the registered bundles
/// @param jinja evaluates the templates in them
/// @param services tells of services
/// @param sites tells where things are provisioned
public record Blueprints(Versions versions, TemplateEngine jinja, Namespaces.Services services, Sites sites) {

    /// What a deployment runs.
    ///
    /// @param files everything, commands included
    /// @param inputs the data they were rendered with, as JSON
    /// @param warning what of the spec was left out
    public record Blueprint(FileTree files, String inputs, Optional<String> warning) {}

    /// What is rendered with what.
    ///
    /// @param unknown inputs of the spec that are left out, in words
    private record Source(TemplateDirectory directory, Namespace namespace, List<String> unknown) {}

    /// @throws RenderException when a template cannot be evaluated; the message is for its author
    public Blueprint of(Transaction tx, StoredDeployment deployment) {
        Source source = source(tx, deployment);
        FileTree files = DeploymentFiles.render(
                source.directory(), source.namespace(), jinja, () -> TerraformSubjects.of(tx, deployment, sites));
        Optional<String> warning =
                Optional.of(String.join("; ", source.unknown())).filter(text -> !text.isEmpty());
        return new Blueprint(files, Json.write(source.namespace().values()), warning);
    }

    private Source source(Transaction tx, StoredDeployment deployment) {
        if (deployment.target().type() == DeploymentTargetResourceType.COMPONENT) {
            return new Source(
                    ComponentSource.directory(tx, deployment),
                    namespaces(deployment.target().scope()).ofComponent(tx, deployment),
                    List.of());
        }
        StoredVersion version = version(tx, deployment);
        TemplateBundle bundle = bundle(tx, version);
        Namespace namespace = namespaces(deployment.target().scope()).of(tx, deployment, bundle.schema());
        String folder = folder(deployment.target());
        TemplateDirectory directory = bundle.directory(folder)
                .orElseThrow(() -> new RenderException("the bundle has no folder '%s'".formatted(folder)));
        return new Source(directory, namespace, Namespaces.unknownInputs(deployment, bundle.schema()));
    }

    /// How a deployment is provisioned.
    Method method(Transaction tx, StoredDeployment deployment) {
        return deployment.target().type() == DeploymentTargetResourceType.COMPONENT
                ? Method.of(ComponentSource.manifest(tx, deployment.target()))
                : version(tx, deployment).method(folder(deployment.target()));
    }

    /// The version a deployment wants.
    StoredVersion version(Transaction tx, StoredDeployment deployment) {
        return versions.used(
                tx,
                template(deployment.target(), deployment.plan().version().template()),
                deployment.plan().version());
    }

    /// @throws ConflictException when the version that a deployment had is no longer there
    public void requireVersion(Transaction tx, StoredDeployment deployment) {
        boolean component = deployment.target().type() == DeploymentTargetResourceType.COMPONENT;
        if (!component && !versions.exists(tx, key(deployment))) {
            throw new ConflictException("deployment '%s' had version %s, which was deleted since"
                    .formatted(deployment.id(), deployment.plan().version()));
        }
    }

    private static VersionKey key(StoredDeployment deployment) {
        var version = deployment.plan().version();
        return new VersionKey(template(deployment.target(), version.template()), version.major(), version.minor());
    }

    private static TemplateKey template(Target target, String name) {
        return new TemplateKey(target.scope(), target.templateType(), name);
    }

    private Namespaces namespaces(Scope scope) {
        return new Namespaces(
                services,
                (tx, number) -> {
                    var key = new TemplateKey(scope, TemplateType.SERVICE, number.template());
                    var content = versions.used(tx, key, number)
                            .registration()
                            .content()
                            .orElseThrow();
                    return TemplateSchema.read(content.schema());
                },
                sites);
    }

    /// The bundle of a version that is registered.
    public TemplateBundle bundle(Transaction tx, StoredVersion version) {
        String archive = version.registration().content().orElseThrow().archive();
        byte[] bytes = new ArchiveTable(tx).find(archive).orElseThrow();
        TemplateKind kind = TemplateKind.valueOf(version.key().template().type().name());
        boolean customerManaged = versions.isCustomerManaged(tx, version.key().template());
        return TemplateBundle.check(
                BundleArchive.read(bytes, BundleLimits.STANDARD), kind, customerManaged, BundleLimits.STANDARD);
    }

    /// The folder of a bundle that something is provisioned from.
    static String folder(Target target) {
        return switch (target.type()) {
            case ENVIRONMENT -> TemplateBundle.INFRASTRUCTURE;
            case SERVICE_INSTANCE -> TemplateBundle.INSTANCE_INFRASTRUCTURE;
            case SERVICE_PIPELINE -> TemplateBundle.PIPELINE_INFRASTRUCTURE;
            case COMPONENT -> throw new IllegalStateException("a component is made from no bundle");
        };
    }
}

package openproton.change.order;

import java.util.List;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.TemplateType;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.change.ComponentSource;
import openproton.change.ProvisioningMethod;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.Namespace;
import openproton.render.preview.DeploymentFiles;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Renders what a deployment is to run, from its version, its spec and what is deployed now.
///
/// @param versions the registered bundles
/// @param jinja evaluates the templates in them
/// @param services tells of services
/// @param sites tells where things are provisioned
public record Blueprints(
        TemplateVersions versions, TemplateEngine jinja, Namespaces.ServiceLookup services, Sites sites) {

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
        TemplateBundle bundle = versions.bundle(
                tx,
                deployment.target().scope(),
                deployment.target().templateType(),
                deployment.request().version());
        Namespace namespace = namespaces(deployment.target().scope()).of(tx, deployment, bundle.schema());
        String folder = folder(deployment.target());
        TemplateDirectory directory = bundle.directory(folder)
                .orElseThrow(() -> new RenderException("the bundle has no folder '%s'".formatted(folder)));
        return new Source(directory, namespace, Namespaces.unknownInputs(deployment, bundle.schema()));
    }

    /// How a deployment is provisioned.
    ProvisioningMethod method(Transaction tx, StoredDeployment deployment) {
        Target target = deployment.target();
        return target.type() == DeploymentTargetResourceType.COMPONENT
                ? ProvisioningMethod.of(ComponentSource.manifest(tx, target))
                : versions.method(
                        tx,
                        target.scope(),
                        target.templateType(),
                        deployment.request().version(),
                        folder(target));
    }

    /// @throws ConflictException when the version that a deployment had is no longer there
    public void requireVersion(Transaction tx, StoredDeployment deployment) {
        Target target = deployment.target();
        boolean component = target.type() == DeploymentTargetResourceType.COMPONENT;
        var version = deployment.request().version();
        if (!component && !versions.exist(tx, target.scope(), target.templateType(), version)) {
            throw new ConflictException(
                    "deployment '%s' had version %s, which was deleted since".formatted(deployment.id(), version));
        }
    }

    private Namespaces namespaces(Scope scope) {
        return new Namespaces(
                services, (tx, number) -> versions.schema(tx, scope, TemplateType.SERVICE, number), sites);
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

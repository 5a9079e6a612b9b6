package openproton.render.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openproton.base.FileTree;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.bundle.TemplateKind;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.schema.InputKind;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.render.terraform.TerraformSubject;

/// Renders the files that the deployments of a spec would run.
///
/// @param bundle the template version
/// @param jinja evaluates its templates
/// @param known facts about resources that are deployed
public record Preview(TemplateBundle bundle, TemplateEngine jinja, DeployedFacts known) {

    /// The files of one deployment.
    ///
    /// @param label such as `instance blue`, or `environment staging`
    /// @param folder a short name for its files
    /// @param namespace the data that its templates saw
    public record Rendered(
            String label, String folder, FileTree files, TemplateDirectory directory, Namespace namespace) {

        /// The manifest of the directory.
        public Manifest manifest() {
            return directory.manifest();
        }
    }

    /// The sources of one deployment.
    ///
    /// @param label such as `instance blue`, or `environment staging`
    /// @param folder a short name for its files
    /// @param namespace the data that its templates see
    /// @param subject the resource that Terraform files name
    public record Prepared(
            String label, String folder, TemplateDirectory directory, Namespace namespace, TerraformSubject subject) {

        /// Renders the files.
        ///
        /// @throws RenderException when a template cannot be evaluated; the message begins with the label
        public Rendered render(TemplateEngine jinja) {
            try {
                FileTree files = DeploymentFiles.render(directory, namespace, jinja, () -> subject);
                return new Rendered(label, folder, files, directory, namespace);
            } catch (RenderException refusal) {
                throw new RenderException("%s: %s".formatted(label, refusal.getMessage()));
            }
        }
    }

    /// The files of all deployments of a spec.
    ///
    /// @param kind whether it is the spec of an environment or of a service
    /// @param name the name of the environment or service
    /// @throws RenderException when a template cannot be evaluated with this spec
    public List<Rendered> of(TemplateKind kind, String name, String spec) {
        return prepare(kind, name, spec).stream()
                .map(prepared -> prepared.render(jinja))
                .toList();
    }

    /// The deployments of a spec of either kind, each of which can be rendered for itself.
    public List<Prepared> prepare(TemplateKind kind, String name, String spec) {
        return switch (kind) {
            case ENVIRONMENT -> environment(name, EnvironmentSpec.parse(spec));
            case SERVICE -> service(name, ServiceSpec.parse(spec));
        };
    }

    private List<Prepared> environment(String name, EnvironmentSpec spec) {
        var namespace = Namespace.environment(name, effective(InputKind.ENVIRONMENT, spec.inputs()));
        return bundle.directory(TemplateBundle.INFRASTRUCTURE)
                .map(directory -> List.of(new Prepared(
                        "environment " + name, "environment", directory, namespace, PreviewSubjects.environment(name))))
                .orElse(List.of());
    }

    private List<Prepared> service(String name, ServiceSpec spec) {
        var service = known.service(name);
        var prepared = new ArrayList<Prepared>();
        for (InstanceSpec instance : spec.instances()) {
            var namespace = Namespace.serviceInstance(
                    facts(instance),
                    service,
                    known.environment(instance.environment()),
                    known.component(instance.name()));
            bundle.directory(TemplateBundle.INSTANCE_INFRASTRUCTURE)
                    .ifPresent(directory -> prepared.add(new Prepared(
                            "instance " + instance.name(),
                            instance.name(),
                            directory,
                            namespace,
                            PreviewSubjects.instance(name, instance))));
        }
        bundle.directory(TemplateBundle.PIPELINE_INFRASTRUCTURE).ifPresent(directory -> {
            var inputs = effective(InputKind.PIPELINE, spec.pipeline().orElse(Map.of()));
            List<DeployedInstanceFacts> instances = spec.instances().stream()
                    .map(instance -> new DeployedInstanceFacts(
                            facts(instance),
                            known.instance(instance.name()),
                            known.environment(instance.environment())))
                    .toList();
            prepared.add(new Prepared(
                    "pipeline",
                    "pipeline",
                    directory,
                    Namespace.pipeline(inputs, service, instances),
                    PreviewSubjects.pipeline(name)));
        });
        return prepared;
    }

    private InstanceFacts facts(InstanceSpec instance) {
        return new InstanceFacts(instance.name(), effective(InputKind.SERVICE, instance.inputs()));
    }

    private Map<String, Object> effective(InputKind kind, Map<String, Object> inputs) {
        return bundle.schema()
                .inputs(kind)
                .map(type -> type.effectiveInputs(inputs))
                .orElse(inputs);
    }
}

package openproton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.namespace.ServiceFacts;
import openproton.render.schema.InputKind;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// Renders what deployments of a spec would run, without any server.
///
/// @param jinja evaluates the templates
/// @param known outputs that a server would know from what is deployed
record Preview(TemplateBundle bundle, TemplateEngine jinja, KnownOutputs known) {
    private static final String ACCOUNT = "000000000000";

    /// What one deployment would run.
    ///
    /// @param label such as `instance blue`, or `environment staging`
    /// @param folder a short name for its files
    record Rendered(String label, String folder, FileTree files, Manifest manifest) {}

    /// @throws RenderException when a template cannot be evaluated with this spec
    List<Rendered> environment(String name, EnvironmentSpec spec) {
        var namespace = Namespace.environment(name, effective(InputKind.ENVIRONMENT, spec.inputs()));
        return bundle.directory(TemplateBundle.INFRASTRUCTURE)
                .map(directory -> List.of(rendered("environment " + name, "environment", directory, namespace)))
                .orElse(List.of());
    }

    /// @throws RenderException when a template cannot be evaluated with this spec
    List<Rendered> service(String name, ServiceSpec spec) {
        var service = ServiceFacts.withoutRepository(name);
        var rendered = new ArrayList<Rendered>();
        for (InstanceSpec instance : spec.instances()) {
            var namespace =
                    Namespace.serviceInstance(facts(instance), service, environment(instance), Optional.empty());
            bundle.directory(TemplateBundle.INSTANCE_INFRASTRUCTURE)
                    .ifPresent(directory -> rendered.add(
                            rendered("instance " + instance.name(), instance.name(), directory, namespace)));
        }
        bundle.directory(TemplateBundle.PIPELINE_INFRASTRUCTURE).ifPresent(directory -> {
            var inputs = effective(InputKind.PIPELINE, spec.pipeline().orElse(Map.of()));
            List<DeployedInstanceFacts> instances = spec.instances().stream()
                    .map(instance -> new DeployedInstanceFacts(
                            facts(instance), known.ofInstance(instance.name()), environment(instance)))
                    .toList();
            rendered.add(rendered("pipeline", "pipeline", directory, Namespace.pipeline(inputs, service, instances)));
        });
        return rendered;
    }

    private InstanceFacts facts(InstanceSpec instance) {
        return new InstanceFacts(instance.name(), effective(InputKind.SERVICE, instance.inputs()));
    }

    private EnvironmentFacts environment(InstanceSpec instance) {
        return new EnvironmentFacts(instance.environment(), ACCOUNT, known.environment());
    }

    private Map<String, Object> effective(InputKind kind, Map<String, Object> inputs) {
        return bundle.schema()
                .inputs(kind)
                .map(type -> type.effectiveInputs(inputs))
                .orElse(inputs);
    }

    private Rendered rendered(String label, String folder, TemplateDirectory directory, Namespace namespace) {
        try {
            return new Rendered(label, folder, files(directory, namespace), directory.manifest());
        } catch (RenderException refusal) {
            throw new RenderException("%s: %s".formatted(label, refusal.getMessage()));
        }
    }

    private FileTree files(TemplateDirectory directory, Namespace namespace) {
        return switch (directory.manifest()) {
            case Manifest.CodeBuild build -> CodeBuildFiles.render(directory, build, namespace, jinja);
            case Manifest.CloudFormation(String file) -> {
                String text = directory.selected().text(file).orElseThrow();
                Object rendered = jinja.evaluate(directory.name() + "/" + file, text, namespace.jinjaValues());
                yield FileTree.EMPTY.with(file, rendered.toString());
            }
            case Manifest.Terraform _ ->
                directory.selected().with("proton.auto.tfvars.json", Json.write(namespace.values()));
        };
    }
}

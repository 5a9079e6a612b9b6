package openproton.resource.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.render.schema.InputKind;
import openproton.render.schema.TemplateSchema;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;
import openproton.render.spec.SpecException;
import openproton.resource.template.version.StoredVersion;

/// Reads service specs and holds them against the schemas of template versions.
public final class ServiceSpecs {
    private ServiceSpecs() {}

    /// The spec of a new service.
    ///
    /// @throws ValidationException when it is not a service spec, or asks for values that a new service cannot have
    static ServiceSpec readNew(String text) {
        ServiceSpec spec = parse(text);
        if (spec.usesCurrentValues()) {
            throw new ValidationException("spec uses ${Proton::CURRENT_VAL}, but a new service has no current values");
        }
        return spec;
    }

    /// A spec that changes another, with the stored values where it asks for them.
    public static ServiceSpec readChange(String text, ServiceSpec stored) {
        return parse(text).withCurrentValues(stored);
    }

    /// The spec that an instance was deployed with.
    public static ServiceSpec deployed(Deployable instance) {
        return ServiceSpec.parse(instance.spec());
    }

    /// @throws ValidationException naming everything that is wrong with the inputs of some instances
    public static void checkInstances(List<InstanceSpec> instances, StoredVersion version) {
        TemplateSchema schema = schema(version);
        var problems = new ArrayList<String>();
        for (InstanceSpec instance : instances) {
            violations(schema, InputKind.SERVICE, instance.inputs())
                    .forEach(problem -> problems.add("instance '%s': %s".formatted(instance.name(), problem)));
        }
        refuse(problems);
    }

    /// @throws ValidationException naming everything that is wrong with the pipeline section
    public static void checkPipeline(ServiceSpec spec, StoredVersion version) {
        Optional<Map<String, Object>> inputs = spec.pipeline();
        TemplateSchema schema = schema(version);
        if (schema.inputs(InputKind.PIPELINE).isEmpty()) {
            if (inputs.isPresent()) {
                throw new ValidationException("spec has a pipeline section, but %s has no pipeline"
                        .formatted(version.key().template().words()));
            }
            return;
        }
        refuse(violations(schema, InputKind.PIPELINE, inputs.orElse(Map.of())).stream()
                .map(problem -> "pipeline: " + problem)
                .toList());
    }

    /// The entry of an instance.
    ///
    /// @throws ValidationException when the spec has none of that name
    public static InstanceSpec entry(ServiceSpec spec, String instance) {
        return spec.instance(instance)
                .orElseThrow(() -> new ValidationException(
                        "spec has no instance named '%s'; list it under instances".formatted(instance)));
    }

    private static List<String> violations(TemplateSchema schema, InputKind kind, Map<String, Object> inputs) {
        return schema.inputs(kind).map(type -> type.violations(inputs)).orElse(List.of());
    }

    private static TemplateSchema schema(StoredVersion version) {
        return TemplateSchema.read(
                version.registration().content().orElseThrow().schema());
    }

    private static ServiceSpec parse(String text) {
        try {
            return ServiceSpec.parse(text);
        } catch (SpecException refusal) {
            throw new ValidationException(refusal.getMessage());
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationException(
                    "spec does not fit the schema of the template: " + String.join("; ", problems));
        }
    }
}

package openproton.resource.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ValidationException;
import openproton.render.schema.InputKind;
import openproton.render.schema.InputType;
import openproton.render.schema.TemplateSchema;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.SpecException;
import openproton.resource.template.version.StoredVersion;

/// Holds environment specs against the schema of their version.
final class SpecCheck {
    private SpecCheck() {}

    /// The spec of a text, with stored values where it asks for them.
    ///
    /// @param stored the spec it changes; empty when the environment is new
    /// @throws ValidationException naming everything that is wrong
    static EnvironmentSpec read(String text, Optional<String> stored, StoredVersion version) {
        try {
            EnvironmentSpec spec = EnvironmentSpec.parse(text);
            if (stored.isEmpty() && spec.usesCurrentValues()) {
                throw new ValidationException(
                        "spec uses ${Proton::CURRENT_VAL}, but a new environment has no current values");
            }
            EnvironmentSpec complete = stored.map(EnvironmentSpec::parse)
                    .map(spec::withCurrentValues)
                    .orElse(spec);
            refuseViolations(inputs(version).violations(complete.inputs()));
            return complete;
        } catch (SpecException refusal) {
            throw new ValidationException(refusal.getMessage());
        }
    }

    /// What templates see of a spec: its values and the defaults of the rest.
    static Map<String, Object> effective(StoredVersion version, EnvironmentSpec spec) {
        return inputs(version).effectiveInputs(spec.inputs());
    }

    static Map<String, String> asOutputs(Map<String, Object> inputs) {
        var outputs = new LinkedHashMap<String, String>();
        inputs.forEach((name, value) -> outputs.put(name, String.valueOf(value)));
        return outputs;
    }

    private static InputType inputs(StoredVersion version) {
        String schema = version.registration().content().orElseThrow().schema();
        return TemplateSchema.read(schema).inputs(InputKind.ENVIRONMENT).orElseThrow();
    }

    private static void refuseViolations(List<String> violations) {
        if (!violations.isEmpty()) {
            throw new ValidationException(
                    "spec does not fit the schema of the template: " + String.join("; ", violations));
        }
    }
}

package openproton.render.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import openproton.render.data.Yaml;

/// The spec of an environment.
///
/// @param inputs values by input name, in the order of the text
public record EnvironmentSpec(Map<String, Object> inputs) {

    public EnvironmentSpec {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /// Reads the text of an EnvironmentSpec.
    ///
    /// @throws SpecException when it is not one
    public static EnvironmentSpec parse(String text) {
        var reader = new SpecReader("Environment", text);
        var root = reader.root(Set.of("proton", "spec"));
        return new EnvironmentSpec(reader.map(root, "spec", "spec"));
    }

    /// Whether any value is `${Proton::CURRENT_VAL}`, which a new environment cannot have.
    public boolean usesCurrentValues() {
        return CurrentValues.isUsedIn(inputs);
    }

    /// This spec with the stored values where it says `${Proton::CURRENT_VAL}`; without a stored value, nothing.
    public EnvironmentSpec withCurrentValues(EnvironmentSpec stored) {
        return new EnvironmentSpec(CurrentValues.substituted(inputs, stored.inputs));
    }

    /// The spec as YAML.
    public String toYaml() {
        var root = new LinkedHashMap<String, Object>();
        root.put("proton", "EnvironmentSpec");
        root.put("spec", inputs);
        return Yaml.write(root);
    }
}

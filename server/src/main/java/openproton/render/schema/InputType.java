package openproton.render.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openproton.base.Json;
import openproton.render.NearMiss;

/// One set of inputs: allowed ones, required ones, and defaults.
///
/// @param name the type's name in the schema
/// @param definition its keywords in OpenAPI 3.0 form, without `$ref`
public record InputType(String name, Map<String, Object> definition) {

    public InputType {
        definition = Collections.unmodifiableMap(new LinkedHashMap<>(definition));
    }

    /// The inputs in the order of the schema.
    public Map<String, Property> properties() {
        var properties = new LinkedHashMap<String, Property>();
        if (definition.get("properties") instanceof Map<?, ?> described) {
            described.forEach((input, keywords) -> properties.put((String) input, property((String) input, keywords)));
        }
        return Collections.unmodifiableMap(properties);
    }

    /// The inputs that a spec must supply: required ones without a default.
    public Set<String> mustBeSupplied() {
        var names = new LinkedHashSet<String>();
        Collection<?> required = definition.get("required") instanceof Collection<?> listed ? listed : List.of();
        var properties = properties();
        for (Object input : required) {
            var property = properties.get(input.toString());
            if (property == null || property.defaultValue().isEmpty()) {
                names.add(input.toString());
            }
        }
        return names;
    }

    /// The inputs for templates: supplied values and the defaults of all others, in the order of the schema.
    ///
    /// Values that the schema does not know are left out; [#unknownInputs] reports them.
    public Map<String, Object> effectiveInputs(Map<String, Object> supplied) {
        var inputs = new LinkedHashMap<String, Object>();
        properties().forEach((input, property) -> {
            if (supplied.containsKey(input)) {
                inputs.put(input, supplied.get(input));
            } else {
                property.defaultValue().ifPresent(value -> inputs.put(input, value));
            }
        });
        return Collections.unmodifiableMap(inputs);
    }

    /// The problems of supplied values, one sentence each; empty when the values are valid.
    public List<String> violations(Map<String, Object> supplied) {
        return new InputCheck(this).violations(supplied);
    }

    /// One warning for each supplied value that the schema does not know.
    public List<String> unknownInputs(Map<String, Object> supplied) {
        var known = properties().keySet();
        return supplied.keySet().stream()
                .filter(input -> !known.contains(input))
                .map(input -> "Input '%s' is not in the template's schema and is ignored%s"
                        .formatted(input, NearMiss.hint(input, known)))
                .toList();
    }

    private static Property property(String input, Object keywords) {
        var copy = new LinkedHashMap<String, Object>();
        if (keywords instanceof Map<?, ?> map) {
            map.forEach((keyword, value) -> copy.put((String) keyword, value));
        }
        return new Property(input, Collections.unmodifiableMap(copy));
    }

    @Override
    public String toString() {
        return name + Json.write(definition);
    }
}

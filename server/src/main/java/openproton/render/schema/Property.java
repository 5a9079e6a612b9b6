package openproton.render.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One input that a type describes.
///
/// @param name case-sensitive, any text
/// @param definition its keywords in OpenAPI 3.0 form, without `$ref`
public record Property(String name, Map<String, Object> definition) {
    static final List<String> TYPES = List.of("string", "number", "integer", "boolean", "array", "object");

    /// The value of the keyword `type`, the empty string when it is missing.
    public String type() {
        return definition.get("type") instanceof String type ? type : "";
    }

    /// What takes the place of the input when a spec leaves it out; a default of null is none.
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(definition.get("default"));
    }

    /// Why the pattern is not a regular expression; empty when it is one, or does not apply.
    Optional<String> invalidPattern() {
        if (type().equals("string") && definition.get("pattern") instanceof String pattern) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                return Optional.of(e.getDescription() + " in " + pattern);
            }
        }
        return Optional.empty();
    }

    /// The default, when it is of another type than the property: such schemas register all the same.
    Optional<Object> wrongDefault() {
        return defaultValue()
                .filter(value -> !switch (type()) {
                    case "string" -> value instanceof String;
                    case "number" -> value instanceof Number;
                    case "integer" -> value instanceof Number && !(value instanceof Double);
                    case "boolean" -> value instanceof Boolean;
                    case "array" -> value instanceof List;
                    default -> value instanceof Map;
                });
    }
}

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

    /// The value of an input that a spec leaves out; a default of null counts as none.
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(definition.get("default"));
    }

    /// The reason why the pattern is not a regular expression; empty when it is valid or absent.
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

    /// The default if it has another type than the property. Such schemas can be registered.
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

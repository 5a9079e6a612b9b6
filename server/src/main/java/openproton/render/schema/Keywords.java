package openproton.render.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Selects the keywords of a definition that can be checked: known ones with a valid value.
///
/// AWS Proton accepted schemas with misplaced keywords; and a `$schema` or `$id` must never cause a network request.
final class Keywords {
    private static final Set<String> NUMBERS = Set.of("minimum", "maximum", "multipleOf");
    private static final Set<String> COUNTS =
            Set.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
    private static final Set<String> TRUTHS = Set.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems", "nullable");
    private static final Set<String> TEXTS = Set.of("pattern", "format", "type");
    private static final Set<String> LISTS_OF_DEFINITIONS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> DEFINITIONS = Set.of("items", "not", "additionalProperties");

    private Keywords() {}

    static Map<String, Object> usable(Map<?, ?> definition) {
        var usable = new LinkedHashMap<String, Object>();
        definition.forEach((keyword, value) -> {
            if (isUsable((String) keyword, value)) {
                usable.put((String) keyword, inner((String) keyword, value));
            }
        });
        return usable;
    }

    private static boolean isUsable(String keyword, Object value) {
        return switch (value) {
            case null -> false;
            case Double _ -> NUMBERS.contains(keyword);
            case Number number -> NUMBERS.contains(keyword) || (COUNTS.contains(keyword) && number.intValue() >= 0);
            case Boolean _ -> TRUTHS.contains(keyword) || keyword.equals("additionalProperties");
            case String _ -> TEXTS.contains(keyword);
            case List<?> list -> isUsableList(keyword, list);
            case Map<?, ?> _ -> DEFINITIONS.contains(keyword) || keyword.equals("properties");
            default -> false;
        };
    }

    private static boolean isUsableList(String keyword, List<?> list) {
        return switch (keyword) {
            case "enum" -> !list.isEmpty();
            case "required" -> !list.isEmpty() && list.stream().allMatch(String.class::isInstance);
            default -> LISTS_OF_DEFINITIONS.contains(keyword) && !list.isEmpty();
        };
    }

    private static Object inner(String keyword, Object value) {
        if (value instanceof Map<?, ?> map) {
            return keyword.equals("properties") ? eachUsable(map) : usable(map);
        } else if (value instanceof List<?> list && LISTS_OF_DEFINITIONS.contains(keyword)) {
            return list.stream().map(choice -> usable((Map<?, ?>) choice)).toList();
        }
        return value;
    }

    private static Map<String, Object> eachUsable(Map<?, ?> properties) {
        var usable = new LinkedHashMap<String, Object>();
        properties.forEach((name, definition) -> usable.put((String) name, usable((Map<?, ?>) definition)));
        return usable;
    }
}

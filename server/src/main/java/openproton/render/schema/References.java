package openproton.render.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Replaces each `$ref` by the type that it names, within the limits on depth and size.
final class References {
    private static final int DEPTH_MAX = 8;
    private static final int DEFINITIONS_MAX = 5_000;
    private static final List<String> PREFIXES = List.of("#/components/schemas/", "#/schema/types/", "#/types/", "#/");
    private static final Set<String> HOLDING_ONE = Set.of("items", "not", "additionalProperties");
    private static final Set<String> HOLDING_LISTS = Set.of("allOf", "anyOf", "oneOf");

    private final Map<?, ?> types;
    private final Function<String, ? extends RuntimeException> refusal;
    private int definitions;

    References(Map<?, ?> types, Function<String, ? extends RuntimeException> refusal) {
        this.types = types;
        this.refusal = refusal;
    }

    Map<String, Object> resolve(@Nullable Object definition) {
        return definition(definition, 0);
    }

    private Map<String, Object> definition(@Nullable Object definition, int depth) {
        if (!(definition instanceof Map<?, ?> map)) {
            throw refusal.apply("%s must be a map that describes an input".formatted(definition));
        }
        if (depth > DEPTH_MAX || ++definitions > DEFINITIONS_MAX) {
            throw refusal.apply("its types lie in one another more than %d levels deep, or refer to themselves"
                    .formatted(DEPTH_MAX));
        }
        Object reference = map.get("$ref");
        if (reference != null) {
            return definition(referred(reference.toString()), depth + 1);
        }
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> resolved.put((String) key, keyword((String) key, value, depth)));
        return resolved;
    }

    private @Nullable Object keyword(String key, @Nullable Object value, int depth) {
        if (key.equals("properties") && value instanceof Map<?, ?> properties) {
            var resolved = new LinkedHashMap<String, Object>();
            properties.forEach((name, property) -> resolved.put((String) name, definition(property, depth + 1)));
            return resolved;
        } else if (HOLDING_ONE.contains(key) && value instanceof Map<?, ?>) {
            return definition(value, depth + 1);
        } else if (HOLDING_LISTS.contains(key) && value instanceof List<?> choices) {
            var resolved = new ArrayList<Object>();
            choices.forEach(choice -> resolved.add(definition(choice, depth + 1)));
            return resolved;
        }
        return value;
    }

    private Object referred(String reference) {
        for (String prefix : PREFIXES) {
            if (reference.startsWith(prefix)) {
                Object type = types.get(reference.substring(prefix.length()));
                if (type != null) {
                    return type;
                }
            }
        }
        throw refusal.apply(
                "$ref '%s' names no type; write '#/TypeName' with one of %s".formatted(reference, types.keySet()));
    }
}

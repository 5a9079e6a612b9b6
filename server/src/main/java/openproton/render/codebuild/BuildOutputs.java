package openproton.render.codebuild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.DataException;
import openproton.base.Json;
import openproton.render.RenderException;
import org.jspecify.annotations.Nullable;

/// What a build tells others, read from the `proton-outputs.json` that it left.
public final class BuildOutputs {
    private static final String FILE = "proton-outputs.json";
    private static final String FORMS = "it must be {\"key\": \"value\"}, {\"stack\": {\"key\": \"value\"}} as the CDK "
            + "writes it, or [{\"key\": \"…\", \"valueString\": \"…\"}]";

    private BuildOutputs() {}

    /// Reads the outputs in any of their three forms; values that are not strings become their JSON text.
    ///
    /// @throws RenderException when the text has another form
    public static Map<String, String> parse(String text) {
        try {
            return switch (Json.read(text)) {
                case List<?> list -> listed(list);
                case Map<?, ?> map -> isByStack(map) ? byStack(map) : flat(map);
                case null, default -> throw new RenderException("%s holds a single value; %s".formatted(FILE, FORMS));
            };
        } catch (DataException e) {
            throw new RenderException("%s %s".formatted(FILE, e.getMessage()));
        }
    }

    private static boolean isByStack(Map<?, ?> map) {
        return !map.isEmpty() && map.values().stream().allMatch(Map.class::isInstance);
    }

    private static Map<String, String> byStack(Map<?, ?> stacks) {
        var outputs = new LinkedHashMap<String, String>();
        stacks.values().forEach(stack -> outputs.putAll(flat((Map<?, ?>) stack)));
        return outputs;
    }

    private static Map<String, String> flat(Map<?, ?> map) {
        var outputs = new LinkedHashMap<String, String>();
        map.forEach((key, value) -> outputs.put((String) key, leaf(value)));
        return outputs;
    }

    private static Map<String, String> listed(List<?> list) {
        var outputs = new LinkedHashMap<String, String>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> output)
                    || !(output.get("key") instanceof String key)
                    || !output.containsKey("valueString")) {
                throw new RenderException("%s has the entry %s; %s".formatted(FILE, Json.write(item), FORMS));
            }
            outputs.put(key, leaf(output.get("valueString")));
        }
        return outputs;
    }

    private static String leaf(@Nullable Object value) {
        return value instanceof String text ? text : Json.write(value);
    }
}

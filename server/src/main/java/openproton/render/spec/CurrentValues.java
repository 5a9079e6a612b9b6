package openproton.render.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces `${Proton::CURRENT_VAL}` by stored values (docs/behaviour/schemas-and-specs.md#current-values).
final class CurrentValues {
    static final String MARKER = "${Proton::CURRENT_VAL}";
    private static final Object NOTHING = new Object();

    private CurrentValues() {}

    /// Inputs with every marker replaced by the value at the same place in the stored inputs; without one, it is left
    /// out.
    static Map<String, Object> substituted(Map<String, Object> inputs, Map<String, Object> stored) {
        var substituted = new LinkedHashMap<String, Object>();
        inputs.forEach((key, value) -> {
            Object now = value(value, stored.containsKey(key), stored.get(key));
            if (now != NOTHING) {
                substituted.put(key, now);
            }
        });
        return Collections.unmodifiableMap(substituted);
    }

    static boolean isUsedIn(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().anyMatch(CurrentValues::isUsedIn);
            case List<?> list -> list.stream().anyMatch(CurrentValues::isUsedIn);
            case null, default -> MARKER.equals(value);
        };
    }

    private static @Nullable Object value(@Nullable Object value, boolean isStored, @Nullable Object stored) {
        return switch (value) {
            case Map<?, ?> map ->
                substituted(strings(map), stored instanceof Map<?, ?> before ? strings(before) : Map.of());
            case List<?> list -> list(list, stored instanceof List<?> before ? before : List.of());
            case null, default -> MARKER.equals(value) ? (isStored ? stored : NOTHING) : value;
        };
    }

    private static List<Object> list(List<?> list, List<?> stored) {
        var substituted = new ArrayList<Object>();
        for (int index = 0; index < list.size(); index++) {
            boolean isStored = index < stored.size();
            Object now = value(list.get(index), isStored, isStored ? stored.get(index) : null);
            if (now != NOTHING) {
                substituted.add(now);
            }
        }
        return Collections.unmodifiableList(substituted);
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}

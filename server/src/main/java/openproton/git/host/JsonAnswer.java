package openproton.git.host;

import java.util.List;
import java.util.Map;
import openproton.base.DataException;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// Part of a JSON document of a host; missing members read as nothing.
record JsonAnswer(@Nullable Object json) {

    /// Reads a document; nothing when it is not JSON.
    static JsonAnswer read(String text) {
        try {
            return new JsonAnswer(Json.read(text));
        } catch (DataException _) {
            return new JsonAnswer(null);
        }
    }

    /// The member behind a path of names.
    JsonAnswer at(String... names) {
        Object value = json;
        for (String name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new JsonAnswer(value);
    }

    /// The text, or the number as text, behind a path of names; empty when there is none.
    String text(String... names) {
        Object value = at(names).json();
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    boolean isTrue(String... names) {
        return Boolean.TRUE.equals(at(names).json());
    }

    boolean isFalse(String... names) {
        return Boolean.FALSE.equals(at(names).json());
    }

    boolean isNothing() {
        return json == null;
    }

    /// The items of a list.
    List<JsonAnswer> items() {
        return json instanceof List<?> list
                ? list.stream().<JsonAnswer>map(JsonAnswer::new).toList()
                : List.of();
    }
}

package openproton.cli.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.base.DataException;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// A JSON object of an answer that is read member by member.
record JsonObject(Map<?, ?> members) {

    /// Reads a text; a text that is no object has no members.
    ///
    /// @throws DataException when the text is not JSON
    static JsonObject parse(String text) {
        return of(Json.read(text));
    }

    private static JsonObject of(@Nullable Object value) {
        return new JsonObject(value instanceof Map<?, ?> map ? map : Map.of());
    }

    /// Empty when the member is missing or no text.
    Optional<String> text(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// A text that the API always sends.
    ///
    /// @throws DataException when the member is missing
    String require(String name) {
        return text(name).orElseThrow(() -> new DataException("the answer has no member '%s'".formatted(name)));
    }

    /// The member that is an object; an object without members when it is missing.
    JsonObject object(String name) {
        return of(members.get(name));
    }

    /// The objects of the member that is a list.
    List<JsonObject> objects(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map((@Nullable Object item) -> of(item)).toList()
                : List.of();
    }
}

package openproton.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON in the forms that policies and tokens have, and refuses other forms.
public final class JsonData {
    private JsonData() {}

    /// The members of a text that is one object.
    ///
    /// @throws IllegalArgumentException when it is something else
    public static Map<String, Object> object(String text) {
        return members(read(text));
    }

    public static @Nullable Object read(String text) {
        try {
            return Json.read(text);
        } catch (DataException failure) {
            throw new IllegalArgumentException("the text " + failure.getMessage(), failure);
        }
    }

    /// The members of an object, those that are `null` left out.
    public static Map<String, Object> members(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("an object is expected, not " + kind(value));
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, member) -> {
            if (member != null) {
                members.put(String.valueOf(name), member);
            }
        });
        return members;
    }

    /// A text or a list of texts, as a list.
    public static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(JsonData::text).toList() : List.of(text(value));
    }

    /// A text; a number or a boolean as it is written.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> throw new IllegalArgumentException("a text is expected, not " + kind(value));
        };
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case null -> "null";
            default -> "a text";
        };
    }
}

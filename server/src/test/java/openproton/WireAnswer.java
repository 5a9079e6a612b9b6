package openproton;

import java.util.List;
import java.util.Map;
import openproton.base.Json;

/// What came back over the wire.
public record WireAnswer(int status, String body) {

    /// A member of the answer, by the names and indexes that lead to it, such as `environment.name` or
    /// `templates.0.arn`.
    public String text(String path) {
        Object value = Json.read(body);
        for (String part : path.split("\\.", -1)) {
            value = switch (value) {
                case Map<?, ?> map when map.containsKey(part) -> map.get(part);
                case List<?> list -> list.get(Integer.parseInt(part));
                case null, default -> throw new AssertionError("no %s in %s".formatted(path, body));
            };
        }
        return String.valueOf(value);
    }

    /// The bare name of the error.
    public String error() {
        String type = text("__type");
        return type.substring(type.indexOf('#') + 1);
    }
}

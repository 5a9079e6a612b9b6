package openproton;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// JSON as people compare it: one member a line.
final class PrettyJson {
    private PrettyJson() {}

    static String of(String json) {
        return lines(Json.read(json), "\n") + "\n";
    }

    private static String lines(@Nullable Object value, String line) {
        String inner = line + "  ";
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() ->
                map.entrySet().stream()
                        .map(entry -> Json.write(entry.getKey()) + ": " + lines(entry.getValue(), inner))
                        .collect(Collectors.joining("," + inner, "{" + inner, line + "}"));
            case List<?> list when !list.isEmpty() ->
                list.stream().map(item -> lines(item, inner)).collect(Collectors.joining("," + inner, "[" + inner, line + "]"));
            case null, default -> Json.write(value);
        };
    }
}

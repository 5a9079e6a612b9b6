package openproton.cli.offline;

import java.util.List;
import java.util.Map;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// The commands and the variables of a rendered buildspec.
public record OfflineBuildspec(Map<?, ?> members) {

    /// Reads a buildspec in JSON; a text that is no object has no commands.
    public static OfflineBuildspec parse(String text) {
        return new OfflineBuildspec(Json.read(text) instanceof Map<?, ?> map ? map : Map.of());
    }

    /// The commands of the build phase.
    public List<String> commands() {
        return object(object(members.get("phases")).get("build")).get("commands") instanceof List<?> commands
                ? commands.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// The environment variables by name.
    public Map<?, ?> variables() {
        return object(object(members.get("env")).get("variables"));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}

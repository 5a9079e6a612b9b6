package openproton.provision.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.Json;
import org.jspecify.annotations.Nullable;

/// The part of a CodeBuild buildspec that OpenProton writes. Unknown members are ignored.
///
/// @param image the container image that the bundle asks for, empty when it names none
/// @param runtimes runtime name to version
/// @param variables plain environment variables
/// @param secrets variable name to the reference of a secret
/// @param commands shell commands, run in order in one session
/// @param stop how to stop a build: `signal`, and `grace-seconds` before KILL; empty for the default. CodeBuild has
/// no such member; the Terraform engine uses it
record Buildspec(
        String image,
        Map<String, String> runtimes,
        Map<String, String> variables,
        Map<String, String> secrets,
        List<String> commands,
        Map<String, String> stop) {

    /// Reads a buildspec in JSON. Members of another type are ignored.
    ///
    /// @throws openproton.base.DataException when it is not JSON
    static Buildspec read(String json) {
        Object root = Json.read(json);
        return new Buildspec(
                root instanceof Map<?, ?> map && map.get("image") instanceof String image ? image : "",
                texts(root, "phases", "install", "runtime-versions"),
                texts(root, "env", "variables"),
                texts(root, "env", "secrets-manager"),
                inside(root, "phases", "build", "commands") instanceof List<?> commands
                        ? commands.stream().map(String::valueOf).toList()
                        : List.of(),
                texts(root, "stop"));
    }

    /// The members of a map inside a value, as texts; none when there is no such map.
    static Map<String, String> texts(@Nullable Object value, String... path) {
        var texts = new LinkedHashMap<String, String>();
        if (inside(value, path) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        }
        return texts;
    }

    private static @Nullable Object inside(@Nullable Object value, String... path) {
        Object found = value;
        for (String name : path) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }
}

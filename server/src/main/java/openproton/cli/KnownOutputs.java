package openproton.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import openproton.render.data.Yaml;
import openproton.render.data.YamlLimits;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.Known;
import org.jspecify.annotations.Nullable;

/// Outputs that a person gives in a file, in the place of those that a server would know.
///
/// @param environment outputs of the environment by key
/// @param instances outputs by instance and key
record KnownOutputs(Map<String, String> environment, Map<String, Map<String, String>> instances) implements Known {
    private static final String ACCOUNT = "000000000000";

    static final KnownOutputs NONE = new KnownOutputs(Map.of(), Map.of());

    private static final int CHARACTERS_MAX = 1_000_000;

    /// Reads YAML or JSON: `environment: {Key: value}` and `instances: {blue: {Key: value}}`, or only the environment's
    /// keys and values.
    static KnownOutputs read(Path file) {
        Object value = Yaml.read(TextFile.read(file), YamlLimits.ofCharacters(CHARACTERS_MAX))
                .value();
        if (!(value instanceof Map<?, ?> root)) {
            throw new CommandFailure(ExitCode.USAGE, "%s must hold a map of outputs".formatted(file));
        }
        if (!(root.get("environment") instanceof Map<?, ?>) && !(root.get("instances") instanceof Map<?, ?>)) {
            return new KnownOutputs(texts(root), Map.of());
        }
        var instances = new LinkedHashMap<String, Map<String, String>>();
        if (root.get("instances") instanceof Map<?, ?> named) {
            named.forEach((name, outputs) -> instances.put(String.valueOf(name), texts(outputs)));
        }
        return new KnownOutputs(texts(root.get("environment")), instances);
    }

    @Override
    public EnvironmentFacts environment(String name) {
        return new EnvironmentFacts(name, ACCOUNT, environment);
    }

    @Override
    public ServiceFacts service(String name) {
        return ServiceFacts.withoutRepository(name);
    }

    @Override
    public Map<String, String> instance(String name) {
        return instances.getOrDefault(name, Map.of());
    }

    private static Map<String, String> texts(@Nullable Object outputs) {
        var texts = new LinkedHashMap<String, String>();
        if (outputs instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}

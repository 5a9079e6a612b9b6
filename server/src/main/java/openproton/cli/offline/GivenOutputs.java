package openproton.cli.offline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Output;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.TextFile;
import openproton.render.data.Yaml;
import openproton.render.data.YamlLimits;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.DeployedFacts;
import org.jspecify.annotations.Nullable;

/// Outputs from a file of the user, which stand in for those of a server.
///
/// @param environment outputs of the environment by key
/// @param instances outputs by instance and key
/// @param components outputs of attached components, by instance and key
public record GivenOutputs(
        Map<String, String> environment,
        Map<String, Map<String, String>> instances,
        Map<String, Map<String, String>> components)
        implements DeployedFacts {
    private static final String ACCOUNT = "000000000000";

    public static final GivenOutputs NONE = new GivenOutputs(Map.of(), Map.of(), Map.of());

    private static final List<String> SECTIONS = List.of("environment", "instances", "components");
    private static final int CHARACTERS_MAX = 1_000_000;

    /// Reads YAML or JSON: `environment: {Key: value}`, `instances: {blue: {Key: value}}` and, for components that
    /// are attached to instances, `components: {blue: {Key: value}}`; or only the environment's keys and values.
    ///
    /// @throws CommandFailure when the file cannot be read or is not a map
    public static GivenOutputs read(Path file) {
        Object value = Yaml.read(TextFile.read(file), YamlLimits.ofCharacters(CHARACTERS_MAX))
                .value();
        if (!(value instanceof Map<?, ?> root)) {
            throw CommandFailure.wrongUsage(
                    "%s is not a map; expected outputs such as 'environment: {Key: value}'".formatted(file));
        }
        boolean isBare = SECTIONS.stream().noneMatch(section -> root.get(section) instanceof Map<?, ?>);
        if (isBare) {
            return new GivenOutputs(texts(root), Map.of(), Map.of());
        }
        return new GivenOutputs(texts(root.get("environment")), named(root, "instances"), named(root, "components"));
    }

    private static Map<String, Map<String, String>> named(Map<?, ?> root, String section) {
        var named = new LinkedHashMap<String, Map<String, String>>();
        if (root.get(section) instanceof Map<?, ?> map) {
            map.forEach((name, outputs) -> named.put(String.valueOf(name), texts(outputs)));
        }
        return named;
    }

    /// The outputs of the environment as the API takes them.
    public List<Output> environmentList() {
        return environment.entrySet().stream()
                .map(output -> Output.builder()
                        .key(output.getKey())
                        .valueString(output.getValue())
                        .build())
                .toList();
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

    @Override
    public Optional<ComponentFacts> component(String instance) {
        return Optional.ofNullable(components.get(instance))
                .map(outputs -> new ComponentFacts(instance + "-component", outputs));
    }

    private static Map<String, String> texts(@Nullable Object outputs) {
        var texts = new LinkedHashMap<String, String>();
        if (outputs instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}

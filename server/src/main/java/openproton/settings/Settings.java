package openproton.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.render.data.Yaml;
import openproton.render.data.YamlLimits;
import org.jspecify.annotations.Nullable;

/// The values of all settings: from flags, else `OPENPROTON_*` variables, else `openproton.yaml`, else the defaults.
///
/// @param flags by key, such as `port`
/// @param variables the environment
/// @param file the keys of the file, dots leading into maps
public record Settings(Map<String, String> flags, Map<String, String> variables, Map<String, String> file) {
    private static final String FILE = "openproton.yaml";
    private static final int FILE_CHARACTERS_MAX = 100_000;

    /// The settings of this process, with the file in the working directory if there is one.
    public static Settings read(Map<String, String> flags, Map<String, String> variables, Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return new Settings(flags, variables, Files.exists(file) ? flat(Files.readString(file)) : Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String text(Setting setting) {
        return Optional.ofNullable(flags.get(setting.key()))
                .or(() -> Optional.ofNullable(variables.get(setting.variable())))
                .or(() -> Optional.ofNullable(file.get(setting.key())))
                .orElse(setting.preset());
    }

    int number(Setting setting, int min, int max) {
        String text = text(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException broken) {
            // answered below: the text is not a number
        }
        throw new IllegalArgumentException("the setting %s (%s) is '%s'; a whole number from %d to %d is expected"
                .formatted(setting.key(), setting.variable(), text, min, max));
    }

    boolean flag(Setting setting) {
        String text = text(setting);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("the setting %s (%s) is '%s'; true or false is expected"
                        .formatted(setting.key(), setting.variable(), text));
        };
    }

    private static Map<String, String> flat(String text) {
        Map<String, String> flat = flat(
                Yaml.read(text, YamlLimits.ofCharacters(FILE_CHARACTERS_MAX)).value());
        for (String key : flat.keySet()) {
            requireKnown(key);
        }
        return flat;
    }

    /// The values of nested maps, under their keys joined by dots; the items of lists are joined by commas.
    static Map<String, String> flat(@Nullable Object value) {
        var flat = new LinkedHashMap<String, String>();
        flatten("", value, flat);
        return flat;
    }

    private static void flatten(String prefix, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, flat));
        } else if (!prefix.isEmpty() && value instanceof List<?> list) {
            flat.put(prefix, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else if (!prefix.isEmpty()) {
            flat.put(prefix, String.valueOf(value));
        }
    }

    private static void requireKnown(String key) {
        if (key.startsWith(GitConfig.SECTION + ".")) {
            return;
        }
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "%s has the key '%s', which is no setting; see docs/configuration.md".formatted(FILE, key));
    }
}

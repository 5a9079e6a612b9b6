package openproton.render.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;
import org.jspecify.annotations.Nullable;

/// Reads values of a spec. A refusal starts with the sentence of AWS Proton, followed by the place and the problem.
final class SpecReader {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(51_200);
    private static final Pattern RESOURCE_NAME = Pattern.compile("[0-9A-Za-z]+[0-9A-Za-z_\\-]{0,99}");
    private static final int NAME_CHARACTERS_MAX = 100;

    private final String title;
    private final YamlDocument document;

    /// @param title `Environment` or `Service`
    SpecReader(String title, String text) {
        this.title = title;
        try {
            this.document = Yaml.read(text, LIMITS);
        } catch (DataException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    /// The whole spec, which must be of the right kind and have no keys but known ones.
    Map<String, Object> root(Set<String> known) {
        if (!(document.value() instanceof Map<?, ?> root)) {
            throw refusal("it must start with 'proton: %sSpec'".formatted(title));
        }
        if (!(title + "Spec").equals(root.get("proton"))) {
            throw refusalAt("'proton' is %s, but must be '%sSpec'".formatted(root.get("proton"), title), "proton");
        }
        root.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw refusalAt(
                    "'%s' is not a part of the spec; it may have %s"
                            .formatted(key, known.stream().sorted().toList()),
                    key);
        });
        return copy(root);
    }

    /// The map at a path; a key without a value is an empty map.
    Map<String, Object> map(Map<?, ?> parent, String key, Object... path) {
        if (!parent.containsKey(key)) {
            throw refusalAt("'%s' is missing".formatted(key), path);
        }
        return switch (parent.get(key)) {
            case null -> Map.of();
            case Map<?, ?> map -> copy(map);
            default -> throw refusalAt("'%s' must be a map".formatted(key), path);
        };
    }

    List<?> list(Map<?, ?> parent, String key) {
        if (parent.get(key) instanceof List<?> list) {
            return list;
        }
        throw refusalAt("'%s' %s".formatted(key, parent.containsKey(key) ? "must be a list" : "is missing"), key);
    }

    Map<String, Object> map(@Nullable Object value, String problem, Object... path) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        throw refusalAt(problem, path);
    }

    String name(Map<?, ?> parent, String key, Object... path) {
        Object value = parent.get(key);
        if (value == null) {
            throw refusalAt("'%s' is missing".formatted(key), path);
        }
        String name = value.toString();
        if (name.length() > NAME_CHARACTERS_MAX || !RESOURCE_NAME.matcher(name).matches()) {
            throw refusalAt(
                    "%s '%s' must be 1 to 100 letters, digits, '-' or '_', the first a letter or digit"
                            .formatted(key, name),
                    path);
        }
        return name;
    }

    SpecException refusalAt(String problem, Object... path) {
        return refusal("%s: %s".formatted(document.place(path), problem));
    }

    private SpecException refusal(String problem) {
        return new SpecException("The provided " + title + " Spec file was not correctly formatted. "
                + "Please check that it is valid yaml according to the Spec definition. " + problem);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}

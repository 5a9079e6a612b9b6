package openproton.render.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.render.BundleException;
import openproton.render.data.YamlDocument;
import org.jspecify.annotations.Nullable;

/// Reads values of a manifest by key. A refusal names file, line and key.
///
/// @param file the manifest's path in the bundle
/// @param document the whole manifest
/// @param path where in the document these keys are
/// @param keys the keys at that path
record ManifestKeys(String file, YamlDocument document, List<Object> path, Map<?, ?> keys) {

    static ManifestKeys of(String file, YamlDocument document) {
        if (document.value() instanceof Map<?, ?> map) {
            return new ManifestKeys(file, document, List.of(), map);
        }
        throw new BundleException(file + ": must start with 'infrastructure:'");
    }

    boolean has(String key) {
        return keys.get(key) != null;
    }

    Optional<String> text(String key) {
        Object value = keys.get(key);
        if (value instanceof Map || value instanceof List) {
            throw refusal("'%s' must be a text".formatted(key), key);
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    String requiredText(String key, String example) {
        return text(key)
                .orElseThrow(() -> refusal("'%s' is missing; for example '%s: %s'".formatted(key, key, example)));
    }

    /// The map below a key; without entries when the key is missing.
    ManifestKeys inside(String key) {
        Object value = keys.get(key);
        if (value == null) {
            return new ManifestKeys(file, document, deeper(key), Map.of());
        }
        return at(value, key);
    }

    /// The maps in the list below a key.
    List<ManifestKeys> list(String key) {
        var items = new ArrayList<ManifestKeys>();
        for (Object item : items(key)) {
            items.add(at(item, key, items.size()));
        }
        return items;
    }

    /// The strings in the list below a key, which must be there.
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Object item : items(key)) {
            if (item == null || item instanceof Map || item instanceof List) {
                throw refusal(
                        "'%s' must be a list of commands; put a command with ': ' in quotes".formatted(key),
                        key,
                        texts.size());
            }
            texts.add(item.toString());
        }
        return texts;
    }

    /// Every key here with its value, which must be a text.
    Map<String, String> allTexts() {
        var texts = new LinkedHashMap<String, String>();
        keys.keySet().forEach(key -> texts.put((String) key, text((String) key).orElse("")));
        return texts;
    }

    /// Every key here with its value.
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        keys.forEach((key, value) -> all.put((String) key, value));
        return all;
    }

    BundleException refusal(String problem, Object... below) {
        return new BundleException(
                "%s %s: %s".formatted(file, document.place(deeper(below).toArray()), problem));
    }

    private List<?> items(String key) {
        if (keys.get(key) instanceof List<?> list) {
            return list;
        }
        throw refusal("'%s' %s".formatted(key, has(key) ? "must be a list" : "is missing; it is a list"), key);
    }

    private ManifestKeys at(@Nullable Object value, Object... below) {
        if (value instanceof Map<?, ?> map) {
            return new ManifestKeys(file, document, deeper(below), map);
        }
        throw refusal("'%s' must be a map".formatted(below[0]), below);
    }

    private List<Object> deeper(Object... below) {
        return Stream.concat(path.stream(), Stream.of(below)).toList();
    }
}

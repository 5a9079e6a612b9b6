package openproton.render.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.DataException;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;
import org.jspecify.annotations.Nullable;

/// A CloudFormation template as plain data, where every function has its long form and GetAtt a list of two.
///
/// @param content the sections by name; a value may be null where the text says so
/// @param document the same before GetAtt was brought into one form, with its lines
public record StackTemplate(Map<String, Object> content, YamlDocument document) {
    /// CloudFormation's own limit for a template in a bucket.
    public static final int CHARACTERS_MAX = 1_048_576;

    private static final int DEPTH_MAX = 64;
    private static final int PARTS_MAX = 200_000;
    private static final YamlLimits LIMITS = new YamlLimits(CHARACTERS_MAX, DEPTH_MAX, PARTS_MAX);

    public StackTemplate {
        content = Collections.unmodifiableMap(content);
    }

    /// Reads YAML, with short forms or without, or JSON.
    ///
    /// @throws DataException when it is neither, has an unknown tag, is no map, or goes over a limit
    public static StackTemplate parse(String text) {
        var document = Yaml.readWithFunctions(withoutTabs(text), LIMITS, Functions.BY_TAG);
        if (!(longForm(document.value()) instanceof Map<?, ?> sections)) {
            throw new DataException("line 1: a template is a map of sections, such as 'Resources:'");
        }
        return new StackTemplate(members(sections), document);
    }

    /// A section's members by name; none when there is no such section or it is not a map.
    public Map<String, Object> section(String name) {
        return members(content.get(name));
    }

    /// The names of the macros that CloudFormation would run over the whole template.
    public List<String> transforms() {
        return switch (content.get("Transform")) {
            case String name -> List.of(name);
            case List<?> names ->
                names.stream().map(StackTemplate::transformName).toList();
            case Map<?, ?> call -> List.of(transformName(call));
            case null, default -> List.of();
        };
    }

    /// A value's members by name; none when it is no map.
    public static Map<String, Object> members(@Nullable Object value) {
        var members = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put((String) key, member));
        }
        return members;
    }

    private static String transformName(Object transform) {
        return transform instanceof Map<?, ?> call ? String.valueOf(call.get("Name")) : transform.toString();
    }

    /// JSON may have tabs between its tokens, YAML may not, and inside strings JSON has none.
    private static String withoutTabs(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    private static @Nullable Object longForm(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> longFormOfMap(map);
            case List<?> list -> {
                var items = new ArrayList<Object>();
                list.forEach(item -> items.add(longForm(item)));
                yield Collections.unmodifiableList(items);
            }
            case null, default -> value;
        };
    }

    private static Map<String, Object> longFormOfMap(Map<?, ?> map) {
        if (map.size() == 1 && map.get("Fn::GetAtt") instanceof String attribute) {
            return Map.of("Fn::GetAtt", List.of((Object[]) attribute.split("\\.", 2)));
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((key, member) -> members.put((String) key, longForm(member)));
        return Collections.unmodifiableMap(members);
    }
}

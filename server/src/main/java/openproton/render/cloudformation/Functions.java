package openproton.render.cloudformation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The intrinsic functions by name. A function is a map whose only key is its name.
public final class Functions {
    private static final List<String> BEHIND_A_PREFIX = List.of(
            "GetAtt",
            "Sub",
            "Join",
            "Select",
            "Split",
            "FindInMap",
            "If",
            "Equals",
            "And",
            "Or",
            "Not",
            "ImportValue",
            "GetAZs",
            "Base64",
            "Cidr",
            "Transform",
            "Length",
            "ToJsonString",
            "Contains",
            "EachMemberEquals",
            "EachMemberIn",
            "RefAll",
            "ValueOf",
            "ValueOfAll");

    /// Short form to name: `!Sub` to `Fn::Sub`, `!Ref` to `Ref`.
    static final Map<String, String> BY_TAG = byTag();

    /// A loop of the transform AWS::LanguageExtensions, whose own name follows this.
    static final String LOOP = "Fn::ForEach::";

    private Functions() {}

    private static Map<String, String> byTag() {
        var names = new TreeMap<String, String>();
        BEHIND_A_PREFIX.forEach(name -> names.put("!" + name, "Fn::" + name));
        names.put("!Ref", "Ref");
        names.put("!Condition", "Condition");
        return Collections.unmodifiableMap(names);
    }

    /// Whether a value is a call, of a known function or not; `Condition` is one only among conditions.
    public static boolean isCall(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && map.size() == 1
                && map.keySet().iterator().next() instanceof String name
                && (name.equals("Ref") || isPrefixed(name));
    }

    static boolean isPrefixed(String key) {
        return key.startsWith("Fn::");
    }

    static boolean isLoop(String key) {
        return key.startsWith(LOOP);
    }

    static boolean isKnown(String name) {
        return isLoop(name) || BY_TAG.containsValue(name);
    }
}

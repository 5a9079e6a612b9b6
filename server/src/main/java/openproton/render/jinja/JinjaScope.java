package openproton.render.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openproton.render.jinja.value.Plain;
import openproton.render.jinja.value.Value;
import org.jspecify.annotations.Nullable;

/// The names that are known at one place of a template; an inner scope sees the outer one and cannot change it.
final class JinjaScope {
    private final @Nullable JinjaScope outer;
    private final Map<String, ?> plain;
    private @Nullable Map<String, Value> values;

    private JinjaScope(@Nullable JinjaScope outer, Map<String, ?> plain) {
        this.outer = outer;
        this.plain = plain;
    }

    /// The functions that are known everywhere, and data that becomes values at its first use.
    static JinjaScope of(Map<String, Object> plain) {
        return new JinjaScope(null, plain);
    }

    JinjaScope inner() {
        return new JinjaScope(this, Map.of());
    }

    void set(String name, Value value) {
        if (values == null) {
            values = new HashMap<>();
        }
        values.put(name, value);
    }

    /// The value of a name, or null when the name is unknown.
    @Nullable
    Value find(String name) {
        for (JinjaScope scope = this; scope != null; scope = scope.outer) {
            Value value = scope.values == null ? null : scope.values.get(name);
            if (value != null) {
                return value;
            }
            if (scope.plain.containsKey(name)) {
                Value made = Plain.toValue(scope.plain.get(name));
                scope.set(name, made);
                return made;
            }
        }
        return Globals.ALL.get(name);
    }

    /// Every name that is known here, for hints.
    List<String> names() {
        var names = new ArrayList<String>();
        for (JinjaScope scope = this; scope != null; scope = scope.outer) {
            if (scope.values != null) {
                names.addAll(scope.values.keySet());
            }
            names.addAll(scope.plain.keySet());
        }
        names.addAll(Globals.ALL.keySet());
        return names;
    }
}

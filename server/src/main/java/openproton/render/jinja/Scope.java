package openproton.render.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.jinja.value.Value;
import org.jspecify.annotations.Nullable;

/// The names that are known at one place of a template; an inner scope sees the outer one and cannot change it.
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Value> values = new HashMap<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    static Scope outermost() {
        return new Scope(null);
    }

    Scope inner() {
        return new Scope(this);
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    Optional<Value> get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Value value = scope.values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// Every name that is known here, for hints.
    List<String> names() {
        var names = new ArrayList<String>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.values.keySet());
        }
        return names;
    }
}

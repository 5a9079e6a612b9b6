package openproton.render.jinja.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.render.NearMiss;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;
import org.jspecify.annotations.Nullable;

/// Finds members, elements and methods.
public final class Lookup {
    private static final int NAMES_SHOWN_MAX = 12;

    private Lookup() {}

    /// `value.name`, or null: data first. Python looks for methods first, and would print an address for
    /// `inputs.items`.
    public static @Nullable Value attribute(Value value, String name) {
        Value found = value instanceof Dict map ? map.find(name) : null;
        return found != null ? found : ValueMethod.of(value, name).orElse(null);
    }

    /// `value.name(`, or null: methods first, as in Python.
    public static @Nullable Value callable(Value value, String name) {
        Optional<Value> method = ValueMethod.of(value, name);
        return method.isPresent() ? method.get() : attribute(value, name);
    }

    /// Only methods, and members of things.
    public static Optional<Value> method(Value value, String name) {
        return ValueMethod.of(value, name);
    }

    /// `value[key]`.
    public static Optional<Value> item(Value value, Value key) {
        return switch (value) {
            case Dict map -> map.get(key).or(() -> named(value, key));
            case Text text when Numbers.isInteger(key) -> element(text.characters(), key);
            case Sequence.Lazy _, Sequence.View _ -> named(value, key);
            case Sequence sequence when Numbers.isInteger(key) -> element(sequence.values(), key);
            case Undefined missing -> throw missing.fault();
            case Text _, Sequence _, Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                named(value, key);
        };
    }

    private static Optional<Value> named(Value value, Value key) {
        if (key instanceof Undefined missing) {
            throw missing.fault();
        }
        return key instanceof Text name ? ValueMethod.of(value, name.value()) : Optional.empty();
    }

    private static Optional<Value> element(List<Value> values, Value key) {
        var wanted = Numbers.toInteger(key);
        if (wanted.bitLength() >= Integer.SIZE) {
            return Optional.empty();
        }
        int index = wanted.intValueExact();
        int place = index < 0 ? index + values.size() : index;
        return place >= 0 && place < values.size() ? Optional.of(values.get(place)) : Optional.empty();
    }

    /// The member that a dotted path such as `name.first` or `0` leads to, as the filters' `attribute` has it.
    public static Optional<Value> path(Value value, Value path) {
        if (!(path instanceof Text text)) {
            return item(value, path);
        }
        Optional<Value> found = Optional.of(value);
        for (String step : text.value().split("\\.", -1)) {
            Value key = step.matches("\\d{1,9}") ? Value.integer(Long.parseLong(step)) : Value.text(step);
            found = found.flatMap(whole -> item(whole, key));
        }
        return found;
    }

    /// The message for a missing name or key.
    public static String hint(Value whole, String wanted) {
        var known = new ArrayList<String>(whole instanceof Dict map ? map.names() : List.of());
        String near = NearMiss.hint(wanted, known.isEmpty() ? ValueMethod.names(whole) : known);
        if (!near.isEmpty()) {
            return near;
        }
        return switch (whole) {
            case Dict _ when known.isEmpty() -> "; nothing is there";
            case Dict _ when known.size() <= NAMES_SHOWN_MAX -> "; there is " + String.join(", ", known);
            case Dict _ -> "";
            case Value _ -> "; %s has no such member".formatted(ValueKind.of(whole));
        };
    }
}

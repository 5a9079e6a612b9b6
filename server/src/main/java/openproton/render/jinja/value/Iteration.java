package openproton.render.jinja.value;

import java.util.List;

/// The elements that `for` and the filters iterate over.
public final class Iteration {
    private Iteration() {}

    /// The elements of a sequence, the keys of a map, the characters of a string.
    public static List<Value> of(Value value) {
        return switch (value) {
            case Sequence sequence -> sequence.values();
            case Text text -> text.characters();
            case Dict map -> map.keys();
            case Undefined missing -> {
                missing.check();
                yield List.of();
            }
            case Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                throw new Fault("%s is not a list: it cannot be gone through".formatted(ValueKind.of(value)));
        };
    }

    /// How many there are.
    public static int length(Value value) {
        return switch (value) {
            case Text text -> text.length();
            case Dict map -> map.size();
            case Undefined missing -> {
                missing.check();
                yield 0;
            }
            case Sequence.Lazy _, Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                throw new Fault("%s has no length".formatted(ValueKind.of(value)));
            case Sequence sequence -> sequence.values().size();
        };
    }

    /// Whether [#of] would work.
    public static boolean isPossible(Value value) {
        return value instanceof Sequence
                || value instanceof Text
                || value instanceof Dict
                || Undefined.isNothing(value);
    }
}

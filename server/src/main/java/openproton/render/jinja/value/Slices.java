package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.List;

/// Python's `[from:to:step]`.
public final class Slices {
    private Slices() {}

    /// The part of a string, list, tuple or range.
    public static Value of(Value value, Value from, Value to, Value step) {
        return switch (value) {
            case Text text -> new Text(string(cut(text.characters(), from, to, step)), text.safe());
            case Sequence.Items items -> Value.items(cut(items.values(), from, to, step));
            case Sequence.Tuple tuple -> new Sequence.Tuple(cut(tuple.values(), from, to, step));
            case Sequence.Range range -> Value.items(cut(range.values(), from, to, step));
            case Undefined missing -> throw missing.fault();
            case Sequence _, Dict _, Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                throw new Fault("%s has no parts to cut out".formatted(Kind.of(value)));
        };
    }

    private static String string(List<Value> characters) {
        var text = new StringBuilder();
        characters.forEach(character -> text.append(((Text) character).value()));
        return text.toString();
    }

    private static List<Value> cut(List<Value> values, Value from, Value to, Value step) {
        int size = values.size();
        int stride = step == Value.None.NONE ? 1 : Numbers.toInt(step);
        if (stride == 0) {
            throw new Fault("the step of a slice cannot be 0");
        }
        int lowest = stride > 0 ? 0 : -1;
        int highest = stride > 0 ? size : size - 1;
        long start = bound(from, size, stride > 0 ? lowest : highest, lowest, highest);
        long stop = bound(to, size, stride > 0 ? highest : lowest, lowest, highest);
        var part = new ArrayList<Value>();
        for (long index = start; stride > 0 ? index < stop : index > stop; index += stride) {
            part.add(values.get((int) index));
        }
        return part;
    }

    private static int bound(Value given, int size, int otherwise, int lowest, int highest) {
        if (given == Value.None.NONE) {
            return otherwise;
        }
        var wanted = Numbers.toInteger(given);
        if (wanted.bitLength() >= Integer.SIZE) {
            return wanted.signum() < 0 ? lowest : highest;
        }
        long index = wanted.longValueExact();
        return Math.clamp(index < 0 ? index + size : index, lowest, highest);
    }
}

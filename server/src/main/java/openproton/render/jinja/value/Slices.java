package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.List;

/// Python's `[from:to:step]`.
public final class Slices {
    private Slices() {}

    /// The part of a string, list, tuple or range.
    ///
    /// @throws Fault when the value has no parts
    public static Value of(Value value, Value from, Value to, Value step) {
        return switch (value) {
            case Text text -> new Text(string(cut(text.characters(), from, to, step)), text.safe());
            case Sequence.Items items -> Value.items(cut(items.values(), from, to, step));
            case Sequence.Tuple tuple -> new Sequence.Tuple(cut(tuple.values(), from, to, step));
            case Sequence.Group group -> new Sequence.Tuple(cut(group.values(), from, to, step));
            case Sequence.Range range -> cut(range, from, to, step);
            case Undefined missing -> throw missing.fault();
            case Sequence _, Dict _, Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                throw new Fault("%s has no parts to cut out".formatted(ValueKind.of(value)));
        };
    }

    private static String string(List<Value> characters) {
        var text = new StringBuilder();
        characters.forEach(character -> text.append(((Text) character).value()));
        return text.toString();
    }

    private static List<Value> cut(List<Value> values, Value from, Value to, Value step) {
        var part = new ArrayList<Value>();
        Indices indices = indices(values.size(), from, to, step);
        for (long at = indices.start(); indices.isBefore(at); at += indices.stride()) {
            part.add(values.get((int) at));
        }
        return part;
    }

    private static Value cut(Sequence.Range range, Value from, Value to, Value step) {
        Indices indices = indices(range.values().size(), from, to, step);
        return new Sequence.Range(
                range.start() + indices.start() * range.step(),
                range.start() + indices.stop() * range.step(),
                range.step() * indices.stride());
    }

    /// @param stop the first index that is not wanted
    private record Indices(long start, long stop, int stride) {
        boolean isBefore(long index) {
            return stride > 0 ? index < stop : index > stop;
        }
    }

    private static Indices indices(int size, Value from, Value to, Value step) {
        int stride = step == Value.None.NONE ? 1 : Numbers.toInt(step);
        if (stride == 0) {
            throw new Fault("the step of a slice cannot be 0");
        }
        int lowest = stride > 0 ? 0 : -1;
        int highest = stride > 0 ? size : size - 1;
        long start = bound(from, size, stride > 0 ? lowest : highest, lowest, highest);
        long stop = bound(to, size, stride > 0 ? highest : lowest, lowest, highest);
        return new Indices(start, stop, stride);
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

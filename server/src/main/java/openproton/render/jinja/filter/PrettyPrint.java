package openproton.render.jinja.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import openproton.render.jinja.value.Comparison;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Value;

/// Lists and maps over several lines where one line would be too long; keys sorted.
final class PrettyPrint {
    private static final int WIDTH = 80;

    private PrettyPrint() {}

    /// Printed on one line first, to learn whether it is too large before it is copied.
    static String of(Value value) {
        Printed.repr(value);
        return of(value, 0, 0);
    }

    /// @param column where it begins
    /// @param behind how many characters follow it on its last line
    private static String of(Value value, int column, int behind) {
        String line = Printed.repr(sorted(value));
        if (line.length() + column + behind <= WIDTH) {
            return line;
        }
        return switch (value) {
            case Dict map -> entries(map, column, behind);
            case Sequence.Items items -> elements("[", items.values(), "]", column, behind);
            case Sequence.Tuple tuple ->
                elements("(", tuple.values(), tuple.values().size() == 1 ? ",)" : ")", column, behind);
            case Value _ -> line;
        };
    }

    private static String elements(String open, List<Value> values, String close, int column, int behind) {
        var lines = new ArrayList<String>();
        for (int index = 0; index < values.size(); index++) {
            boolean last = index == values.size() - 1;
            lines.add(of(values.get(index), column + 1, last ? behind + close.length() : 1));
        }
        return open + String.join(",\n" + " ".repeat(column + 1), lines) + close;
    }

    private static String entries(Dict map, int column, int behind) {
        var lines = new ArrayList<String>();
        List<Value> keys = keys(map);
        for (int index = 0; index < keys.size(); index++) {
            String key = Printed.repr(keys.get(index)) + ": ";
            boolean last = index == keys.size() - 1;
            Value value = map.get(keys.get(index)).orElseThrow();
            lines.add(key + of(value, column + 1 + key.length(), last ? behind + 1 : 1));
        }
        return "{" + String.join(",\n" + " ".repeat(column + 1), lines) + "}";
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case Dict map -> {
                var sorted = new Dict();
                keys(map).forEach(key -> sorted.put(key, sorted(map.get(key).orElseThrow())));
                yield sorted;
            }
            case Sequence.Items items ->
                Value.items(items.values().stream().map(PrettyPrint::sorted).toList());
            case Sequence.Tuple tuple ->
                new Sequence.Tuple(
                        tuple.values().stream().map(PrettyPrint::sorted).toList());
            case Value other -> other;
        };
    }

    /// Sorted, or as they are when Python has no order for them.
    private static List<Value> keys(Dict map) {
        List<Value> keys = new ArrayList<>(map.keys());
        Comparator<Value> order = Comparison::order;
        try {
            keys.sort(order);
        } catch (Fault _) {
            return map.keys();
        }
        return keys;
    }
}

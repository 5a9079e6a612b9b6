package openproton.render.jinja.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import openproton.render.jinja.operation.Split;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;

/// Lists, maps and strings over several lines where one line would be too long; keys sorted.
final class PrettyPrint {
    private static final int WIDTH = 80;

    private PrettyPrint() {}

    /// Printed on one line first, to learn whether it is too large before it is copied.
    static String of(Value value) {
        Printed.repr(value);
        String line = of(value, 0, 0);
        return value instanceof Text text && !text.safe() && quotedLength(text.value()) > WIDTH ? alone(text) : line;
    }

    /// @param column where it begins
    /// @param behind how many characters follow it on its last line
    private static String of(Value value, int column, int behind) {
        String line = Printed.repr(sorted(value));
        if (line.codePointCount(0, line.length()) + column + behind <= WIDTH) {
            return line;
        }
        return switch (value) {
            case Dict map -> entries(map, column, behind);
            case Sequence.Items items -> elements("[", items.values(), "]", column, behind);
            case Sequence.Tuple tuple ->
                elements("(", tuple.values(), tuple.values().size() == 1 ? ",)" : ")", column, behind);
            case Text text when !text.safe() -> String.join("\n" + " ".repeat(column), pieces(text, column, behind));
            case Value _ -> line;
        };
    }

    /// A string alone stands in parentheses when it takes more than one line.
    private static String alone(Text text) {
        List<String> pieces = pieces(text, 1, 1);
        return pieces.size() > 1 ? "(" + String.join("\n ", pieces) + ")" : pieces.getFirst();
    }

    /// Every line on its own; those that are too long are cut between words.
    private static List<String> pieces(Text text, int column, int behind) {
        List<String> lines = Split.lines(text.value(), true);
        var pieces = new ArrayList<String>();
        for (int index = 0; index < lines.size(); index++) {
            int after = index == lines.size() - 1 ? behind : 0;
            addLine(pieces, lines.get(index), WIDTH - column, after);
        }
        return pieces;
    }

    private static void addLine(List<String> pieces, String line, int room, int behind) {
        if (quotedLength(line) <= room - behind) {
            pieces.add(Printed.quoted(line));
            return;
        }
        String current = "";
        List<String> words = Words.withSpaceBehind(line);
        for (int index = 0; index < words.size(); index++) {
            String longer = current + words.get(index);
            boolean fits = quotedLength(longer) <= room - (index == words.size() - 1 ? behind : 0);
            if (!fits && !current.isEmpty()) {
                pieces.add(Printed.quoted(current));
            }
            current = fits ? longer : words.get(index);
        }
        pieces.add(Printed.quoted(current));
    }

    private static int quotedLength(String text) {
        String quoted = Printed.quoted(text);
        return quoted.codePointCount(0, quoted.length());
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
        Comparator<Value> order = ValueComparison::order;
        try {
            keys.sort(order);
        } catch (Fault _) {
            return map.keys();
        }
        return keys;
    }
}

package openproton.render.jinja.value;

import java.util.Iterator;
import java.util.List;

/// Values as Python prints them.
public final class Printed {
    private static final int DEPTH_MAX = 100;
    private static final int PRINTABLE_ASCII_MAX = 0x7e;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private Printed() {}

    /// What `{{ value }}` prints.
    public static String str(Value value) {
        return switch (value) {
            case Text text -> text.value();
            case Value.Int integer -> integer.value().toString();
            case Undefined missing when missing.isNothing() -> "";
            case Value other -> repr(other);
        };
    }

    /// Python's `repr`: what a value looks like inside a list.
    public static String repr(Value value) {
        var printed = new Printed();
        printed.append(value);
        return printed.text.toString();
    }

    private void append(Value value) {
        switch (value) {
            case Value.None _ -> text.append("None");
            case Value.Bool truth -> text.append(truth.value() ? "True" : "False");
            case Value.Int integer -> text.append(integer.value());
            case Value.Real real -> text.append(Numbers.spell(real.value()));
            case Text string -> appendText(string);
            case Sequence.Items items -> appendAll("[", items.values(), "]");
            case Sequence.Tuple tuple ->
                appendAll("(", tuple.values(), tuple.values().size() == 1 ? ",)" : ")");
            case Sequence.Group group -> appendAll("(", group.values(), ")");
            case Sequence.View view -> appendAll(view.name() + "([", view.values(), "])");
            case Sequence.Range range -> appendRange(range);
            case Dict map -> appendMap(map);
            case Undefined missing -> {
                missing.check();
                text.append("Undefined");
            }
            case Sequence.Lazy _, Thing _ -> throw new Fault("%s cannot be printed".formatted(ValueKind.of(value)));
        }
        Text.checkLength(text.length());
    }

    private void appendText(Text string) {
        if (string.safe()) {
            text.append("Markup(").append(quoted(string.value())).append(')');
        } else {
            text.append(quoted(string.value()));
        }
    }

    private void appendAll(String open, List<Value> values, String close) {
        deeper();
        text.append(open);
        String comma = "";
        for (Value value : values) {
            text.append(comma);
            append(value);
            comma = ", ";
        }
        text.append(close);
        depth--;
    }

    private void appendMap(Dict map) {
        deeper();
        text.append('{');
        Iterator<Value> values = map.values().iterator();
        String comma = "";
        for (Value key : map.keys()) {
            text.append(comma);
            append(key);
            text.append(": ");
            append(values.next());
            comma = ", ";
        }
        text.append('}');
        depth--;
    }

    private void appendRange(Sequence.Range range) {
        text.append("range(").append(range.start()).append(", ").append(range.stop());
        if (range.step() != 1) {
            text.append(", ").append(range.step());
        }
        text.append(')');
    }

    private void deeper() {
        if (++depth > DEPTH_MAX) {
            throw new Fault("lists and maps are nested more than %d deep".formatted(DEPTH_MAX));
        }
    }

    /// A string in quotes, as Python writes it.
    public static String quoted(String string) {
        char quote = string.indexOf('\'') >= 0 && string.indexOf('"') < 0 ? '"' : '\'';
        var quoted = new StringBuilder(string.length() + 2).append(quote);
        string.codePoints().forEach(point -> quoted.append(escaped(point, quote)));
        return quoted.append(quote).toString();
    }

    private static String escaped(int point, char quote) {
        return switch (point) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (point == quote) {
                    yield "\\" + quote;
                }
                yield isPrintable(point) ? Character.toString(point) : hexadecimal(point);
            }
        };
    }

    private static String hexadecimal(int point) {
        if (point <= 0xff) {
            return "\\x%02x".formatted(point);
        }
        return (point <= 0xffff ? "\\u%04x" : "\\U%08x").formatted(point);
    }

    /// Whether Python shows the character itself.
    public static boolean isPrintable(int point) {
        if (point >= ' ' && point <= PRINTABLE_ASCII_MAX) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}

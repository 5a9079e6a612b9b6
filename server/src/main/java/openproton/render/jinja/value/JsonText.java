package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// JSON as the filter `tojson` writes it: keys sorted, ASCII only, harmless inside HTML.
public final class JsonText {
    private static final int DEPTH_MAX = 100;
    private static final int ASCII_END = 0x7f;

    private final StringBuilder json = new StringBuilder();
    private final String indent;
    private int depth;

    private JsonText(String indent) {
        this.indent = indent;
    }

    /// @param indent what each level is indented with; empty means all on one line
    public static Text of(Value value, String indent) {
        var text = new JsonText(indent);
        text.append(value);
        return new Text(text.json.toString(), true);
    }

    /// A string in double quotes, as JSON and YAML read it; nothing but control characters is escaped.
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean isPlain = (letter > ASCII_END && Printed.isPrintable(letter)) || Character.isSurrogate(letter);
            if (isPlain || "<>&'".indexOf(letter) >= 0) {
                quoted.append(letter);
            } else {
                appendEscaped(quoted, letter);
            }
        }
        return quoted.append('"').toString();
    }

    private void append(Value value) {
        switch (value) {
            case Value.None _ -> json.append("null");
            case Value.Bool truth -> json.append(truth.value());
            case Value.Int integer -> json.append(integer.value());
            case Value.Real real -> json.append(number(real.value()));
            case Text text -> appendQuoted(text.value());
            case Sequence.Items items -> appendList(items.values());
            case Sequence.Tuple tuple -> appendList(tuple.values());
            case Sequence.Group group -> appendList(group.values());
            case Dict map -> appendMap(map);
            case Undefined missing -> throw missing.fault();
            case Sequence.Range _, Sequence.View _, Sequence.Lazy _, Thing _ ->
                throw new Fault("%s cannot be written as JSON; '| list' makes a list".formatted(ValueKind.of(value)));
        }
        Text.checkLength(json.length());
    }

    private static String number(double number) {
        if (Double.isFinite(number)) {
            return Numbers.spell(number);
        }
        return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    }

    private void appendList(List<Value> values) {
        begin('[');
        for (int index = 0; index < values.size(); index++) {
            separate(index);
            append(values.get(index));
        }
        end(']', values.isEmpty());
    }

    private void appendMap(Dict map) {
        List<Value> keys = new ArrayList<>(map.keys());
        Comparator<Value> order = ValueComparison::order;
        keys.sort(order);
        begin('{');
        for (int index = 0; index < keys.size(); index++) {
            separate(index);
            appendQuoted(key(keys.get(index)));
            json.append(": ");
            append(map.get(keys.get(index)).orElseThrow());
        }
        end('}', keys.isEmpty());
    }

    private static String key(Value key) {
        return switch (key) {
            case Text text -> text.value();
            case Value.Bool truth -> String.valueOf(truth.value());
            case Value.None _ -> "null";
            case Value.Int integer -> integer.value().toString();
            case Value.Real real -> number(real.value());
            case Value _ -> throw new Fault("%s cannot be a key in JSON".formatted(ValueKind.of(key)));
        };
    }

    private void begin(char bracket) {
        json.append(bracket);
        if (++depth > DEPTH_MAX) {
            throw new Fault("lists and maps are nested more than %d deep".formatted(DEPTH_MAX));
        }
    }

    private void separate(int index) {
        if (indent.isEmpty()) {
            json.append(index == 0 ? "" : ", ");
        } else {
            json.append(index == 0 ? "\n" : ",\n").append(indent.repeat(depth));
        }
    }

    private void end(char bracket, boolean isEmpty) {
        depth--;
        if (!indent.isEmpty() && !isEmpty) {
            json.append("\n").append(indent.repeat(depth));
        }
        json.append(bracket);
    }

    private void appendQuoted(String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            appendEscaped(json, text.charAt(index));
        }
        json.append('"');
    }

    private static void appendEscaped(StringBuilder json, char letter) {
        switch (letter) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '<', '>', '&', '\'' -> appendHexadecimal(json, letter);
            default -> {
                if (letter < ' ' || letter > ASCII_END) {
                    appendHexadecimal(json, letter);
                } else {
                    json.append(letter);
                }
            }
        }
    }

    private static void appendHexadecimal(StringBuilder json, char letter) {
        json.append("\\u").append(HexFormat.of().toHexDigits(letter));
    }
}

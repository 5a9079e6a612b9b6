package openproton.render.jinja.operation;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Python's `'{} and {name:>5}'.format(…)`; a field reaches data only.
final class BraceFormat {
    private static final Pattern STEP = Pattern.compile("\\.(?<name>[^.\\[]+)|\\[(?<key>[^]]+)]");
    private static final int NESTING_MAX = 2;

    private final Arguments arguments;
    private int next;

    private BraceFormat(Arguments arguments) {
        this.arguments = arguments;
    }

    static Value format(String format, Arguments arguments) {
        return Value.text(new BraceFormat(arguments).format(format, 0));
    }

    static Value formatMap(String format, Arguments arguments) {
        Dict values = Dict.of(arguments.get("values"));
        var named = new java.util.LinkedHashMap<String, Value>();
        values.names().forEach(name -> values.get(name).ifPresent(value -> named.put(name, value)));
        return format(format, new Arguments(List.of(), Map.copyOf(named)));
    }

    private String format(String format, int nesting) {
        var formatted = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char character = format.charAt(at);
            boolean isBrace = character == '{' || character == '}';
            if (isBrace && at + 1 < format.length() && format.charAt(at + 1) == character) {
                formatted.append(character);
                at += 2;
            } else if (character == '{') {
                int end = closing(format, at);
                formatted.append(field(format.substring(at + 1, end), nesting));
                at = end + 1;
            } else if (character == '}') {
                throw new Fault("the format has a '}' without its '{'");
            } else {
                formatted.append(character);
                at++;
            }
            Text.checkLength(formatted.length());
        }
        return formatted.toString();
    }

    private static int closing(String format, int open) {
        int depth = 0;
        for (int at = open; at < format.length(); at++) {
            depth += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new Fault("the format has a '{' without its '}'");
    }

    private String field(String field, int nesting) {
        if (nesting > NESTING_MAX) {
            throw new Fault("the format is nested too deeply");
        }
        int colon = field.indexOf(':');
        String head = colon < 0 ? field : field.substring(0, colon);
        int mark = head.indexOf('!');
        Value value = value(mark < 0 ? head : head.substring(0, mark));
        String spec = colon < 0 ? "" : format(field.substring(colon + 1), nesting + 1);
        Value shown = mark < 0 ? value : converted(value, head.substring(mark + 1));
        return spec.isEmpty() ? Printed.str(shown) : FormatSpec.parse(spec).format(shown);
    }

    private static Value converted(Value value, String conversion) {
        return switch (conversion) {
            case "s" -> Value.text(Printed.str(value));
            case "r", "a" -> Value.text(Printed.repr(value));
            default -> throw new Fault("'!%s' is not a conversion".formatted(conversion));
        };
    }

    private Value value(String path) {
        Matcher step = STEP.matcher(path);
        boolean found = step.find();
        Value value = root(found ? path.substring(0, step.start()) : path);
        while (found) {
            value = member(value, step);
            found = step.find();
        }
        return value;
    }

    private static Value member(Value whole, Matcher step) {
        String name = step.group("name") == null ? step.group("key") : step.group("name");
        Value key = step.group("key") != null && name.matches("\\d{1,9}")
                ? Value.integer(Long.parseLong(name))
                : Value.text(name);
        return Lookup.item(whole, key).orElseThrow(() -> new Fault("there is no '%s' to format".formatted(name)));
    }

    private Value root(String name) {
        if (name.isEmpty() || name.matches("\\d{1,9}")) {
            int index = name.isEmpty() ? next++ : Integer.parseInt(name);
            if (index >= arguments.positional().size()) {
                throw new Fault("the format has more places than there are values");
            }
            return arguments.positional().get(index);
        }
        return arguments.find(name).orElseThrow(() -> new Fault("there is no value '%s' to format".formatted(name)));
    }
}

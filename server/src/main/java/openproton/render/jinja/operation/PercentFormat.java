package openproton.render.jinja.operation;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Python's `'%s and %d' % values`.
public final class PercentFormat {
    private static final Pattern DIRECTIVE = Pattern.compile(
            "%(?:\\((?<name>[^)]*)\\))?(?<flags>[-+"
                    + " #0]*)(?<width>\\*|\\d{0,7})(?:\\.(?<precision>\\*|\\d{0,4}))?[hlL]?(?<type>.)?",
            Pattern.DOTALL);

    private final Value values;
    private final Iterator<Value> rest;

    private PercentFormat(Value values) {
        this.values = values;
        this.rest = (values instanceof Sequence.Tuple tuple ? tuple.values() : List.of(values)).iterator();
    }

    /// @param values a tuple for several directives, a map for named ones
    public static String format(String format, Value values) {
        return new PercentFormat(values).format(format);
    }

    private String format(String format) {
        Matcher directive = DIRECTIVE.matcher(format);
        var formatted = new StringBuilder();
        boolean used = false;
        while (directive.find()) {
            used |= !"%".equals(directive.group("type"));
            directive.appendReplacement(formatted, Matcher.quoteReplacement(replacement(directive)));
            Text.checkLength(formatted.length());
        }
        boolean tooMany = values instanceof Sequence.Tuple
                ? rest.hasNext()
                : !used && !(values instanceof Dict) && !(values instanceof Sequence);
        if (tooMany) {
            throw new Fault("the format has fewer places than there are values");
        }
        return directive.appendTail(formatted).toString();
    }

    private String replacement(Matcher directive) {
        String type = directive.group("type");
        if (type == null) {
            throw new Fault("the format ends within '%s'".formatted(directive.group()));
        }
        if (type.equals("%")) {
            return "%";
        }
        int width = number(directive.group("width"), 0);
        int precision = number(directive.group("precision"), -1);
        Value value = directive.group("name") == null ? next() : named(directive.group("name"));
        return formatted(type, directive.group("flags"), width, precision, value);
    }

    private static String formatted(String type, String flags, int width, int precision, Value value) {
        boolean left = flags.contains("-") || width < 0;
        boolean isText = "sra".contains(type);
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        boolean zero = flags.contains("0") && !left && !isText && !type.equals("c");
        var layout = new FormatSpec.Layout(zero ? "0" : " ", left ? "<" : zero ? "=" : ">", Math.abs(width));
        String digits = "diu".contains(type) ? "d" : type;
        return switch (type) {
            case "s" -> new FormatSpec(layout, "", false, "", precision, "").format(Value.text(Printed.str(value)));
            case "r", "a" ->
                new FormatSpec(layout, "", false, "", precision, "").format(Value.text(Printed.repr(value)));
            case "c" -> new FormatSpec(layout, "", false, "", -1, "").format(character(value));
            case "d", "i", "u", "o", "x", "X" ->
                new FormatSpec(layout, sign, flags.contains("#"), "", -1, digits).format(whole(value));
            case "e", "E", "f", "F", "g", "G" ->
                new FormatSpec(layout, sign, false, "", precision, type)
                        .format(new Value.Real(Numbers.toDouble(value)));
            default -> throw new Fault("'%%%s' is not a format".formatted(type));
        };
    }

    private static Value character(Value value) {
        return value instanceof Text ? value : Value.text(Character.toString(Numbers.toInt(value)));
    }

    private static Value whole(Value value) {
        return value instanceof Value.Real real && Double.isFinite(real.value())
                ? new Value.Int(new BigDecimal(real.value()).toBigInteger())
                : new Value.Int(Numbers.toInteger(value));
    }

    private int number(@org.jspecify.annotations.Nullable String digits, int otherwise) {
        if (digits == null) {
            return otherwise;
        }
        if (digits.equals("*")) {
            return Numbers.toInt(next());
        }
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private Value next() {
        if (!rest.hasNext()) {
            throw new Fault("the format has more places than there are values");
        }
        return rest.next();
    }

    private Value named(String name) {
        if (!(values instanceof Dict map)) {
            throw new Fault("the format names '%s', but there is no map of values".formatted(name));
        }
        return map.get(name).orElseThrow(() -> new Fault("there is no value '%s' to format".formatted(name)));
    }
}

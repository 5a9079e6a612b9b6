package openproton.render.jinja.operation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// How one value is formatted: Python's `[[fill]align][sign][#][0][width][,][.precision][type]`.
///
/// @param precision negative means not given
/// @param type the letter, or empty for what the value itself suggests
record FormatSpec(Layout layout, String sign, boolean alternate, String grouping, int precision, String type) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+"
                    + " ]?)z?(?<alternate>#?)(?<zero>0?)(?<width>\\d{0,7})(?<grouping>[,_]?)"
                    + "(?:\\.(?<precision>\\d{1,4}))?(?<type>[bcdeEfFgGnosxX%]?)",
            Pattern.DOTALL);
    private static final int DIGITS = 6;
    private static final int THOUSAND = 3;

    /// Where the text stands in its width.
    ///
    /// @param align one of `<`, `>`, `^`, `=`, or empty for what the value itself suggests
    record Layout(String fill, String align, int width) {}

    /// Reads the text behind the colon of `{:…}`.
    static FormatSpec parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Fault("'%s' is not a format".formatted(text));
        }
        boolean zero = !form.group("zero").isEmpty();
        String fill = Optional.ofNullable(form.group("fill")).orElse(zero ? "0" : " ");
        String align = Optional.ofNullable(form.group("align")).orElse(zero ? "=" : "");
        int width = form.group("width").isEmpty() ? 0 : Integer.parseInt(form.group("width"));
        int precision = form.group("precision") == null ? -1 : Integer.parseInt(form.group("precision"));
        return new FormatSpec(
                new Layout(fill, align, width),
                form.group("sign"),
                !form.group("alternate").isEmpty(),
                form.group("grouping"),
                precision,
                form.group("type"));
    }

    String format(Value value) {
        return switch (value) {
            case Value.Int _, Value.Bool _ when type.isEmpty() || "bcdnoxX".contains(type) -> integer(value);
            case Value.Int _, Value.Bool _, Value.Real _
            when "eEfFgGn%".contains(type) -> real(Numbers.toDouble(value));
            case Text text when type.isEmpty() || type.equals("s") -> text(text.value());
            case Undefined missing -> throw missing.fault();
            case Value _ when type.isEmpty() -> text(Printed.str(value));
            case Value _ -> throw new Fault("the format '%s' does not fit %s".formatted(type, ValueKind.of(value)));
        };
    }

    private String text(String text) {
        int shown = precision < 0
                ? text.length()
                : text.offsetByCodePoints(0, Math.min(precision, text.codePointCount(0, text.length())));
        return laidOut("", text.substring(0, shown), "<");
    }

    private String integer(Value value) {
        BigInteger number = Numbers.toInteger(value);
        if (type.equals("c")) {
            return laidOut("", Character.toString(Numbers.toInt(value)), "<");
        }
        int radix = switch (type) {
            case "b" -> 2;
            case "o" -> 8;
            case "x", "X" -> 16;
            default -> 10;
        };
        String digits = number.abs().toString(radix);
        String prefix = alternate && radix != 10 ? "0" + type : "";
        String cased = type.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits;
        return laidOut(sign(number.signum() < 0) + prefix, grouped(cased), ">");
    }

    private String real(double number) {
        int digits = precision < 0 ? DIGITS : precision;
        double size = Math.abs(number);
        String text = switch (type) {
            case "e", "E" -> Decimals.scientific(size, digits);
            case "f", "F" -> Decimals.fixed(size, digits);
            case "%" -> Decimals.fixed(size * 100, digits) + "%";
            case "" -> precision < 0 ? Numbers.spell(size) : withPoint(Decimals.general(size, digits));
            default -> Decimals.general(size, digits);
        };
        boolean negative = number < 0 || 1 / number < 0;
        String cased = "EFG".contains(type) && !type.isEmpty() ? text.toUpperCase(Locale.ROOT) : text;
        return laidOut(sign(negative), grouped(cased), ">");
    }

    private static String withPoint(String digits) {
        return digits.matches("\\d+") ? digits + ".0" : digits;
    }

    private String sign(boolean negative) {
        return negative ? "-" : sign.equals("-") ? "" : sign;
    }

    private String grouped(String digits) {
        if (grouping.isEmpty()) {
            return digits;
        }
        int end = 0;
        while (end < digits.length() && Character.isLetterOrDigit(digits.charAt(end))) {
            end++;
        }
        var grouped = new StringBuilder(digits);
        for (int at = end - THOUSAND; at > 0; at -= THOUSAND) {
            grouped.insert(at, grouping);
        }
        return grouped.toString();
    }

    private String laidOut(String sign, String body, String usual) {
        int length = sign.length() + body.codePointCount(0, body.length());
        int missing = Math.max(0, layout.width() - length);
        Text.checkLength((long) missing + length);
        String align =
                layout.align().isEmpty() || (layout.align().equals("=") && usual.equals("<")) ? usual : layout.align();
        return switch (align) {
            case "<" -> sign + body + layout.fill().repeat(missing);
            case "^" ->
                layout.fill().repeat(missing / 2) + sign + body + layout.fill().repeat(missing - missing / 2);
            case "=" -> sign + layout.fill().repeat(missing) + body;
            default -> layout.fill().repeat(missing) + sign + body;
        };
    }
}

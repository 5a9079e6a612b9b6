package openproton.render.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as Python prints and accepts them.
public final class Numbers {
    private static final int POINT_MAX = 16;
    private static final int POINT_MIN = -4;

    private Numbers() {}

    /// A float as Python's `repr` spells it: the shortest text that reads back as the same number.
    public static String spell(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String digits = exact.unscaledValue().toString();
        int exponent = digits.length() - exact.scale() - 1;
        String sign = number < 0 ? "-" : "";
        return sign + (exponent < POINT_MIN || exponent >= POINT_MAX ? scientific(digits, exponent) : plain(exact));
    }

    private static String plain(BigDecimal exact) {
        String text = exact.toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%se%s%02d".formatted(digits.substring(0, 1), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /// A count: an index, a width, a number of digits.
    public static int toInt(Value value) {
        BigInteger number = toInteger(value);
        if (number.bitLength() >= Integer.SIZE) {
            throw new Fault(
                    "%s is too large".formatted(number.bitLength() < Long.SIZE ? number.toString() : "the number"));
        }
        return number.intValueExact();
    }

    /// An integer; booleans count as 0 and 1.
    public static BigInteger toInteger(Value value) {
        return switch (value) {
            case Value.Int integer -> integer.value();
            case Value.Bool truth -> truth.value() ? BigInteger.ONE : BigInteger.ZERO;
            case Undefined missing -> throw missing.fault();
            case Value.None _, Value.Real _, Text _, Sequence _, Dict _, Thing _ ->
                throw new Fault("an integer is expected, not %s".formatted(ValueKind.of(value)));
        };
    }

    /// Any number as a float.
    public static double toDouble(Value value) {
        return switch (value) {
            case Value.Real real -> real.value();
            case Value.Int integer -> finite(integer.value().doubleValue());
            case Value.Bool truth -> truth.value() ? 1 : 0;
            case Undefined missing -> throw missing.fault();
            case Value.None _, Text _, Sequence _, Dict _, Thing _ ->
                throw new Fault("a number is expected, not %s".formatted(ValueKind.of(value)));
        };
    }

    /// Whether a value is a number.
    public static boolean isNumber(Value value) {
        return value instanceof Value.Int || value instanceof Value.Real || value instanceof Value.Bool;
    }

    /// Whether it is an integer, booleans included.
    public static boolean isInteger(Value value) {
        return value instanceof Value.Int || value instanceof Value.Bool;
    }

    public static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new Fault("the number is too large for a float");
        }
        return number;
    }
}

package openproton.render.jinja.operation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Numbers;

/// Numbers with a given number of digits, rounded as C's `printf` does.
public final class Decimals {
    private static final int DIGITS_MAX = 1_000;
    private static final int POINT_MIN = -4;

    private Decimals() {}

    /// `%.{digits}f`.
    public static String fixed(double number, int digits) {
        check(digits);
        return Double.isFinite(number)
                ? signed(
                        number,
                        new BigDecimal(Math.abs(number))
                                .setScale(digits, RoundingMode.HALF_EVEN)
                                .toPlainString())
                : Numbers.spell(number);
    }

    /// `%.{digits}e`.
    static String scientific(double number, int digits) {
        check(digits);
        if (!Double.isFinite(number)) {
            return Numbers.spell(number);
        }
        BigDecimal rounded =
                new BigDecimal(Math.abs(number)).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return signed(number, "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent)));
    }

    /// `%.{digits}g`: without needless zeros.
    static String general(double number, int digits) {
        check(digits);
        if (!Double.isFinite(number)) {
            return Numbers.spell(number);
        }
        int significant = Math.max(1, digits);
        var rounded = new BigDecimal(Math.abs(number)).round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent < POINT_MIN || exponent >= significant) {
            String[] parts = scientific(number, significant - 1).split("e", 2);
            return withoutZeros(parts[0]) + "e" + parts[1];
        }
        return withoutZeros(fixed(number, significant - 1 - exponent));
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private static String withoutZeros(String digits) {
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    private static String signed(double number, String digits) {
        return number < 0 || 1 / number < 0 ? "-" + digits : digits;
    }

    private static void check(int digits) {
        if (digits < 0 || digits > DIGITS_MAX) {
            throw new Fault("a number may have 0 to %,d digits behind the point".formatted(DIGITS_MAX));
        }
    }
}

package openproton.render.jinja.operation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers read from strings, as Python's `int` and `float` read them.
public final class NumberText {
    private static final int DIGITS_MAX = 4_000;
    private static final Pattern UNDERSCORE = Pattern.compile("(?<=[0-9a-z])_(?=[0-9a-z])");
    private static final Pattern REAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?");

    private NumberText() {}

    /// An integer, or nothing when the text is none.
    ///
    /// @param radix 2 to 36, or 0 for what a prefix says
    public static Optional<BigInteger> integer(String text, int radix) {
        String digits =
                UNDERSCORE.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        boolean signed = digits.startsWith("-") || digits.startsWith("+");
        String sign = digits.startsWith("-") ? "-" : "";
        String unsigned = signed ? digits.substring(1) : digits;
        int prefixed = prefixed(unsigned);
        boolean hasPrefix = prefixed != 10 && (radix == 0 || radix == prefixed);
        return parse(
                sign, hasPrefix ? unsigned.substring(2) : unsigned, hasPrefix ? prefixed : radix == 0 ? 10 : radix);
    }

    private static int prefixed(String digits) {
        return digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
    }

    private static Optional<BigInteger> parse(String sign, String digits, int radix) {
        boolean valid = !digits.isEmpty()
                && digits.length() <= DIGITS_MAX
                && radix >= Character.MIN_RADIX
                && radix <= Character.MAX_RADIX
                && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0);
        return valid ? Optional.of(new BigInteger(sign + digits, radix)) : Optional.empty();
    }

    /// A float, or nothing when the text is none.
    public static Optional<Double> real(String text) {
        String digits =
                UNDERSCORE.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        if (REAL.matcher(digits).matches()) {
            return Optional.of(Double.parseDouble(digits));
        }
        return switch (digits) {
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            case "nan", "+nan", "-nan" -> Optional.of(Double.NaN);
            default -> Optional.empty();
        };
    }
}

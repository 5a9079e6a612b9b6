package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import openproton.render.jinja.operation.Arithmetic;
import openproton.render.jinja.operation.Decimals;
import openproton.render.jinja.operation.NumberText;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Filters that make and change numbers.
final class NumberFilters {
    private static final String[] DECIMAL_UNITS = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    private static final String[] BINARY_UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};
    private static final int DECIMAL = 10;
    private static final int PRECISION_MAX = 300;

    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("abs", "", (value, arguments) -> absolute(value)),
            filter("int", "default base", NumberFilters::toInt),
            filter("float", "default", NumberFilters::toFloat),
            filter("round", "precision method", NumberFilters::round),
            filter("filesizeformat", "binary", NumberFilters::fileSize));

    private NumberFilters() {}

    private static Value absolute(Value value) {
        return Numbers.toDouble(value) < 0 ? Arithmetic.negate(value) : Arithmetic.plus(value);
    }

    private static Value toInt(Value value, Arguments arguments) {
        Value otherwise = arguments.find("default").orElse(Value.integer(0));
        Optional<BigInteger> whole = switch (value) {
            case Text text ->
                NumberText.integer(text.value(), arguments.integer("base", DECIMAL))
                        .or(() -> NumberText.real(text.value()).flatMap(NumberFilters::truncated));
            case Value.Real real -> truncated(real.value());
            case Value.Int _, Value.Bool _ -> Optional.of(Numbers.toInteger(value));
            case Value _ -> Optional.empty();
        };
        return whole.<Value>map(Value.Int::new).orElse(otherwise);
    }

    private static Optional<BigInteger> truncated(double number) {
        return Double.isFinite(number) ? Optional.of(new BigDecimal(number).toBigInteger()) : Optional.empty();
    }

    private static Value toFloat(Value value, Arguments arguments) {
        Value otherwise = arguments.find("default").orElse(new Value.Real(0));
        if (value instanceof Text text) {
            return NumberText.real(text.value()).<Value>map(Value.Real::new).orElse(otherwise);
        }
        return Numbers.isNumber(value) ? new Value.Real(Numbers.toDouble(value)) : otherwise;
    }

    private static Value round(Value value, Arguments arguments) {
        int precision = arguments.integer("precision", 0);
        if (Math.abs(precision) > PRECISION_MAX) {
            throw new Fault("'round' takes at most %d digits".formatted(PRECISION_MAX));
        }
        String method = arguments.text("method", "common");
        return switch (method) {
            case "common" -> common(value, precision);
            case "ceil" -> scaled(value, precision, true);
            case "floor" -> scaled(value, precision, false);
            default -> throw new Fault("'round' knows 'common', 'ceil' and 'floor', not '%s'".formatted(method));
        };
    }

    /// To the nearest, from the middle to the even one.
    private static Value common(Value value, int precision) {
        if (Numbers.isInteger(value)) {
            var exact = new BigDecimal(Numbers.toInteger(value));
            return new Value.Int(exact.setScale(Math.min(0, precision), RoundingMode.HALF_EVEN)
                    .toBigInteger());
        }
        double number = Numbers.toDouble(value);
        if (!Double.isFinite(number)) {
            return value;
        }
        double rounded = new BigDecimal(number)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .doubleValue();
        return new Value.Real(Math.copySign(rounded, number));
    }

    private static Value scaled(Value value, int precision, boolean up) {
        double scale = Math.pow(DECIMAL, precision);
        double number = Numbers.toDouble(value) * scale;
        double whole = up ? Math.ceil(number) : Math.floor(number);
        return new Value.Real((whole == 0 ? 0.0 : whole) / scale);
    }

    private static Value fileSize(Value value, Arguments arguments) {
        boolean binary = arguments.truth("binary", false);
        double bytes = Numbers.toDouble(toFloat(value, new Arguments(java.util.List.of(), Map.of())));
        double base = binary ? 1024 : 1000;
        if (bytes == 1) {
            return Value.text("1 Byte");
        }
        if (bytes < base) {
            return Value.text("%d Bytes".formatted((long) bytes));
        }
        String[] units = binary ? BINARY_UNITS : DECIMAL_UNITS;
        int index = 0;
        while (index < units.length - 1 && bytes >= Math.pow(base, index + 2)) {
            index++;
        }
        return Value.text(Decimals.fixed(base * bytes / Math.pow(base, index + 2), 1) + " " + units[index]);
    }
}

package openproton.render.jinja.operation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Html;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Truth;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// Python's `+ - * / // % **` between two values.
public final class Arithmetic {
    /// The most bits that an integer may have.
    public static final int BITS_MAX = 20_000;

    private static final MathContext ENOUGH_FOR_DOUBLE = new MathContext(40);

    private Arithmetic() {}

    /// `one + other`: numbers, strings, lists, tuples.
    public static Value add(Value one, Value other) {
        check(one, other);
        if (Numbers.isNumber(one) && Numbers.isNumber(other)) {
            return Numbers.isInteger(one) && Numbers.isInteger(other)
                    ? integer(Numbers.toInteger(one).add(Numbers.toInteger(other)))
                    : new Value.Real(Numbers.toDouble(one) + Numbers.toDouble(other));
        }
        if (one instanceof Text first && other instanceof Text second) {
            return joined(first, second);
        }
        if (one instanceof Sequence.Items first && other instanceof Sequence.Items second) {
            var values = new ArrayList<>(first.values());
            values.addAll(second.values());
            return Value.items(values);
        }
        if (one instanceof Sequence.Tuple first && other instanceof Sequence.Tuple second) {
            var values = new ArrayList<>(first.values());
            values.addAll(second.values());
            Sequence.checkLength(values.size());
            return new Sequence.Tuple(values);
        }
        throw refused(
                "+", one, other, one instanceof Text || other instanceof Text ? "; '~' joins anything as text" : "");
    }

    /// Text that is already escaped for HTML escapes what is added to it.
    private static Text joined(Text one, Text other) {
        Text.checkLength((long) one.value().length() + other.value().length());
        if (one.safe() == other.safe()) {
            return new Text(one.value() + other.value(), one.safe());
        }
        return new Text(Html.escape(one).value() + Html.escape(other).value(), true);
    }

    /// `one - other`.
    public static Value subtract(Value one, Value other) {
        numbers("-", one, other);
        return Numbers.isInteger(one) && Numbers.isInteger(other)
                ? integer(Numbers.toInteger(one).subtract(Numbers.toInteger(other)))
                : new Value.Real(Numbers.toDouble(one) - Numbers.toDouble(other));
    }

    /// `one * other`: numbers, or a sequence so many times.
    public static Value multiply(Value one, Value other) {
        check(one, other);
        if (Numbers.isInteger(other) && !Numbers.isNumber(one)) {
            return repeated(one, other);
        }
        if (Numbers.isInteger(one) && !Numbers.isNumber(other)) {
            return repeated(other, one);
        }
        numbers("*", one, other);
        return Numbers.isInteger(one) && Numbers.isInteger(other)
                ? integer(Numbers.toInteger(one).multiply(Numbers.toInteger(other)))
                : new Value.Real(Numbers.toDouble(one) * Numbers.toDouble(other));
    }

    private static Value repeated(Value sequence, Value count) {
        long times = Math.max(0, Numbers.toInt(count));
        return switch (sequence) {
            case Text text -> {
                Text.checkLength(text.value().length() * times);
                yield new Text(text.value().repeat(text.value().isEmpty() ? 0 : (int) times), text.safe());
            }
            case Sequence.Items items -> Value.items(repeated(items, times));
            case Sequence.Tuple tuple -> new Sequence.Tuple(repeated(tuple, times));
            case Value _ -> throw refused("*", sequence, count, "");
        };
    }

    private static List<Value> repeated(Sequence sequence, long times) {
        var values = sequence.values();
        Sequence.checkLength(values.size() * times);
        var all = new ArrayList<Value>();
        Collections.nCopies(values.isEmpty() ? 0 : (int) times, values).forEach(all::addAll);
        return all;
    }

    /// `one / other`, always a float.
    public static Value divide(Value one, Value other) {
        divisor("/", one, other);
        if (Numbers.isInteger(one) && Numbers.isInteger(other)) {
            var dividend = new BigDecimal(Numbers.toInteger(one));
            var divisor = new BigDecimal(Numbers.toInteger(other));
            return new Value.Real(
                    Numbers.finite(dividend.divide(divisor, ENOUGH_FOR_DOUBLE).doubleValue()));
        }
        return new Value.Real(Numbers.toDouble(one) / Numbers.toDouble(other));
    }

    /// `one // other`, rounded down.
    public static Value floorDivide(Value one, Value other) {
        divisor("//", one, other);
        if (Numbers.isInteger(one) && Numbers.isInteger(other)) {
            BigInteger divisor = Numbers.toInteger(other);
            BigInteger[] parts = Numbers.toInteger(one).divideAndRemainder(divisor);
            boolean down = parts[1].signum() != 0 && parts[1].signum() != divisor.signum();
            return integer(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
        }
        double rest = Numbers.toDouble(modulo(one, other));
        double quotient = (Numbers.toDouble(one) - rest) / Numbers.toDouble(other);
        return new Value.Real(Math.rint(quotient));
    }

    /// `one % other`: the rest has the sign of the divisor; with a string on the left it formats.
    public static Value modulo(Value one, Value other) {
        check(one, other);
        if (one instanceof Text format) {
            return new Text(PercentFormat.format(format.value(), other), format.safe());
        }
        divisor("%", one, other);
        if (Numbers.isInteger(one) && Numbers.isInteger(other)) {
            BigInteger divisor = Numbers.toInteger(other);
            BigInteger rest = Numbers.toInteger(one).mod(divisor.abs());
            return integer(divisor.signum() < 0 && rest.signum() != 0 ? rest.add(divisor) : rest);
        }
        double divisor = Numbers.toDouble(other);
        double rest = Numbers.toDouble(one) % divisor;
        if (rest == 0) {
            return new Value.Real(Math.copySign(0.0, divisor));
        }
        return new Value.Real(rest < 0 != divisor < 0 ? rest + divisor : rest);
    }

    /// `one ** other`.
    public static Value power(Value one, Value other) {
        numbers("**", one, other);
        if (Numbers.isInteger(one)
                && Numbers.isInteger(other)
                && Numbers.toInteger(other).signum() >= 0) {
            BigInteger base = Numbers.toInteger(one);
            if (base.abs().bitLength() <= 1) {
                return integer(
                        Numbers.toInteger(other).testBit(0) ? base : base.pow(2).max(empty(other)));
            }
            int exponent = Numbers.toInt(other);
            checkBits((long) (base.abs().bitLength() - 1) * exponent);
            return integer(base.pow(exponent));
        }
        double base = Numbers.toDouble(one);
        double exponent = Numbers.toDouble(other);
        if (base == 0 && exponent < 0) {
            throw new Fault("0 cannot be raised to a negative power");
        }
        if (base < 0 && exponent != Math.rint(exponent)) {
            throw new Fault("a negative number cannot be raised to a fraction");
        }
        return new Value.Real(Numbers.finite(Math.pow(base, exponent)));
    }

    /// Anything to the power of zero is one, zero included.
    private static BigInteger empty(Value exponent) {
        return Truth.of(exponent) ? BigInteger.ZERO : BigInteger.ONE;
    }

    /// `-value`.
    public static Value negate(Value value) {
        return value instanceof Value.Real real
                ? new Value.Real(-real.value())
                : integer(number(value).negate());
    }

    /// `+value`.
    public static Value plus(Value value) {
        return value instanceof Value.Real ? value : integer(number(value));
    }

    private static BigInteger number(Value value) {
        if (!Numbers.isNumber(value)) {
            Numbers.toDouble(value);
        }
        return Numbers.toInteger(value);
    }

    private static Value integer(BigInteger value) {
        checkBits(value.bitLength());
        return new Value.Int(value);
    }

    private static void checkBits(long bits) {
        if (bits > BITS_MAX) {
            throw new Fault("an integer gets more than %,d bits".formatted(BITS_MAX));
        }
    }

    private static void divisor(String operator, Value one, Value other) {
        numbers(operator, one, other);
        if (!Truth.of(other)) {
            throw new Fault("nothing can be divided by zero");
        }
    }

    private static void numbers(String operator, Value one, Value other) {
        check(one, other);
        if (!Numbers.isNumber(one) || !Numbers.isNumber(other)) {
            throw refused(operator, one, other, "");
        }
    }

    private static void check(Value one, Value other) {
        if (one instanceof Undefined missing) {
            throw missing.fault();
        }
        if (other instanceof Undefined missing) {
            throw missing.fault();
        }
    }

    private static Fault refused(String operator, Value one, Value other, String hint) {
        return new Fault("'%s' does not work between %s and %s%s"
                .formatted(operator, ValueKind.of(one), ValueKind.of(other), hint));
    }
}

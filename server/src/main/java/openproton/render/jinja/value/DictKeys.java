package openproton.render.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Maps keys that are equal in Python (`1`, `1.0`, `True`) to one object, and refuses values that cannot be keys.
final class DictKeys {
    private DictKeys() {}

    /// Of a string the `String`, so that members are found by their names without more.
    static Object of(Value key) {
        return switch (key) {
            case Text text -> text.value();
            case Value.Bool truth -> truth.value() ? BigInteger.ONE : BigInteger.ZERO;
            case Value.Real real when isIntegral(real.value()) -> new BigDecimal(real.value()).toBigInteger();
            case Value.Int integer -> integer.value();
            case Value.Real _, Value.None _ -> key;
            case Sequence.Tuple tuple ->
                tuple.values().stream().map(DictKeys::of).toList();
            case Sequence.Range _, Thing _ -> key;
            case Undefined missing -> throw missing.fault();
            case Sequence.Items _, Sequence.Group _, Sequence.View _, Sequence.Lazy _, Dict _ ->
                throw new Fault("%s cannot be a key".formatted(ValueKind.of(key)));
        };
    }

    private static boolean isIntegral(double number) {
        return number == Math.rint(number) && !Double.isInfinite(number);
    }
}

package openproton.render.jinja.value;

import java.math.BigDecimal;

/// Brings keys that Python finds equal (`1`, `1.0`, `True`) to one form, and refuses what cannot be a key.
final class Keys {
    private Keys() {}

    static Value of(Value key) {
        return switch (key) {
            case Text text -> text.safe() ? Value.text(text.value()) : text;
            case Value.Bool truth -> Value.integer(truth.value() ? 1 : 0);
            case Value.Real real
            when isIntegral(real.value()) -> new Value.Int(new BigDecimal(real.value()).toBigInteger());
            case Value.Int _, Value.Real _, Value.None _ -> key;
            case Sequence.Tuple tuple ->
                new Sequence.Tuple(tuple.values().stream().map(Keys::of).toList());
            case Sequence.Range _, Thing _ -> key;
            case Undefined missing -> throw missing.fault();
            case Sequence.Items _, Sequence.Group _, Sequence.View _, Sequence.Lazy _, Dict _ ->
                throw new Fault("%s cannot be a key".formatted(Kind.of(key)));
        };
    }

    private static boolean isIntegral(double number) {
        return number == Math.rint(number) && !Double.isInfinite(number);
    }
}

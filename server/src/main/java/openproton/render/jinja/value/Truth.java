package openproton.render.jinja.value;

/// What Python takes for true: everything but nothing, zero and the empty.
public final class Truth {
    private Truth() {}

    public static boolean of(Value value) {
        return switch (value) {
            case Value.None _ -> false;
            case Value.Bool truth -> truth.value();
            case Value.Int integer -> integer.value().signum() != 0;
            case Value.Real real -> real.value() != 0;
            case Text text -> !text.value().isEmpty();
            case Dict map -> map.size() > 0;
            case Sequence.Lazy _, Thing _ -> true;
            case Sequence sequence -> !sequence.values().isEmpty();
            case Undefined missing -> {
                missing.check();
                yield false;
            }
        };
    }
}

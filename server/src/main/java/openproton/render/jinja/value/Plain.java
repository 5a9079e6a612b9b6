package openproton.render.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings the program's plain data into a template and back.
public final class Plain {
    private static final int DEPTH_MAX = 100;

    private Plain() {}

    /// Maps, lists, strings, numbers, booleans and null as values; nothing else goes in. Maps are taken over level by
    /// level, when a template looks inside.
    public static Value toValue(@Nullable Object plain) {
        return toValue(plain, 0);
    }

    static Value toValue(@Nullable Object plain, int depth) {
        if (depth > DEPTH_MAX) {
            throw new Fault("the data is nested more than %d deep".formatted(DEPTH_MAX));
        }
        return switch (plain) {
            case null -> Value.None.NONE;
            case String text -> Value.text(text);
            case Boolean truth -> Value.truth(truth);
            case BigInteger integer -> new Value.Int(integer);
            case Double number -> new Value.Real(number);
            case Float number -> new Value.Real(number);
            case BigDecimal number -> new Value.Real(number.doubleValue());
            case Number number -> Value.integer(number.longValue());
            case Map<?, ?> map -> new Dict(map, depth);
            case List<?> list -> {
                var values = new ArrayList<Value>();
                list.forEach(value -> values.add(toValue(value, depth + 1)));
                yield Value.items(values);
            }
            default ->
                throw new Fault("%s is not data".formatted(plain.getClass().getSimpleName()));
        };
    }

    /// Maps, lists, strings, numbers, booleans and null. It may be no larger than what may be printed: printing it
    /// first finds that out.
    public static @Nullable Object toPlain(Value value) {
        if (value instanceof Sequence.Items || value instanceof Sequence.Tuple || value instanceof Dict) {
            Printed.repr(value);
        }
        return toPlain(value, 0);
    }

    private static @Nullable Object toPlain(Value value, int depth) {
        if (depth > DEPTH_MAX) {
            throw new Fault("lists and maps are nested more than %d deep".formatted(DEPTH_MAX));
        }
        return switch (value) {
            case Value.None _ -> null;
            case Value.Bool truth -> truth.value();
            case Value.Int integer ->
                integer.value().bitLength() < Long.SIZE
                        ? (Object) integer.value().longValueExact()
                        : integer.value();
            case Value.Real real -> real.value();
            case Text text -> text.value();
            case Sequence sequence -> {
                var list = new ArrayList<@Nullable Object>();
                sequence.values().forEach(item -> list.add(toPlain(item, depth + 1)));
                yield list;
            }
            case Dict dict -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                dict.items().forEach(item -> {
                    var pair = ((Sequence.Tuple) item).values();
                    map.put(Printed.str(pair.get(0)), toPlain(pair.get(1), depth + 1));
                });
                yield map;
            }
            case Undefined missing -> {
                missing.check();
                yield "";
            }
            case Thing thing -> throw new Fault("%s cannot be used as data".formatted(thing.kind()));
        };
    }
}

package openproton.render.jinja.value;

import java.math.BigDecimal;
import java.util.List;

/// Which values are equal and which one comes first, as Python has it.
public final class ValueComparison {
    private static final int STEPS_MAX = 2_000_000;
    private static final int DEPTH_MAX = 100;

    private int steps;
    private int depth;

    private ValueComparison() {}

    public static boolean equal(Value one, Value other) {
        return new ValueComparison().same(one, other);
    }

    /// Negative, zero or positive.
    ///
    /// @throws Fault when Python does not order these two
    public static int order(Value one, Value other) {
        return new ValueComparison().compare(one, other);
    }

    /// Whether a list, map or string has it.
    public static boolean contains(Value container, Value wanted) {
        return switch (container) {
            case Text text when wanted instanceof Text part -> text.value().contains(part.value());
            case Text _ -> throw new Fault("only a string can be in a string, not %s".formatted(ValueKind.of(wanted)));
            case Dict map -> map.containsKey(wanted);
            case Sequence sequence -> sequence.values().stream().anyMatch(value -> equal(value, wanted));
            case Undefined missing -> {
                missing.check();
                yield false;
            }
            case Value.None _, Value.Bool _, Value.Int _, Value.Real _, Thing _ ->
                throw new Fault("nothing can be 'in' %s".formatted(ValueKind.of(container)));
        };
    }

    private boolean same(Value one, Value other) {
        step();
        return switch (one) {
            case Undefined missing -> {
                missing.check();
                yield Undefined.isNothing(other);
            }
            case Value _
            when other instanceof Undefined missing -> {
                missing.check();
                yield false;
            }
            case Value.Bool _, Value.Int _, Value.Real _ ->
                Numbers.isNumber(other) && isNumber(one) && isNumber(other) && compareNumbers(one, other) == 0;
            case Text text -> other instanceof Text string && text.value().equals(string.value());
            case Sequence.Items items -> other instanceof Sequence.Items others && same(items, others);
            case Sequence.Tuple tuple -> other instanceof Sequence.Tuple others && same(tuple, others);
            case Sequence.Range range -> other instanceof Sequence.Range others && same(range, others);
            case Dict map -> other instanceof Dict others && sameEntries(map, others);
            case Sequence.Group group -> other instanceof Sequence.Group others && same(group, others);
            case Sequence.View _, Sequence.Lazy _, Value.None _, Thing _ -> one == other;
        };
    }

    private boolean same(Sequence one, Sequence other) {
        List<Value> ones = one.values();
        List<Value> others = other.values();
        if (ones.size() != others.size()) {
            return false;
        }
        deeper();
        boolean same = true;
        for (int index = 0; same && index < ones.size(); index++) {
            same = same(ones.get(index), others.get(index));
        }
        depth--;
        return same;
    }

    private boolean sameEntries(Dict one, Dict other) {
        if (one.size() != other.size()) {
            return false;
        }
        deeper();
        boolean same = true;
        for (Value key : one.keys()) {
            var pair = one.get(key).flatMap(mine -> other.get(key).map(its -> same(mine, its)));
            same = same && pair.orElse(false);
        }
        depth--;
        return same;
    }

    private int compare(Value one, Value other) {
        step();
        return switch (one) {
            case Undefined missing -> throw missing.fault();
            case Value _ when other instanceof Undefined missing -> throw missing.fault();
            case Value.Bool _, Value.Int _, Value.Real _ when Numbers.isNumber(other) -> compareNumbers(one, other);
            case Text text when other instanceof Text string -> compareTexts(text.value(), string.value());
            case Sequence.Items items when other instanceof Sequence.Items others -> compareAll(items, others);
            case Sequence.Tuple tuple when other instanceof Sequence.Tuple others -> compareAll(tuple, others);
            case Value _ ->
                throw new Fault("%s and %s have no order".formatted(ValueKind.of(one), ValueKind.of(other)));
        };
    }

    private int compareAll(Sequence one, Sequence other) {
        deeper();
        List<Value> ones = one.values();
        List<Value> others = other.values();
        for (int index = 0; index < Math.min(ones.size(), others.size()); index++) {
            if (!same(ones.get(index), others.get(index))) {
                depth--;
                return compare(ones.get(index), others.get(index));
            }
        }
        depth--;
        return Integer.compare(ones.size(), others.size());
    }

    /// By code points, not by UTF-16 units.
    private static int compareTexts(String one, String other) {
        int at = 0;
        int end = Math.min(one.length(), other.length());
        while (at < end && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (at == end) {
            return Integer.compare(one.length(), other.length());
        }
        boolean pairs = Character.isSurrogate(one.charAt(at)) != Character.isSurrogate(other.charAt(at));
        if (pairs) {
            return Character.isSurrogate(one.charAt(at)) ? 1 : -1;
        }
        return Character.compare(one.charAt(at), other.charAt(at));
    }

    /// Exactly, also between large integers and floats.
    static int compareNumbers(Value one, Value other) {
        if (one instanceof Value.Int mine && other instanceof Value.Int its) {
            return mine.value().compareTo(its.value());
        }
        double first = one instanceof Value.Real real ? real.value() : 0;
        double second = other instanceof Value.Real real ? real.value() : 0;
        if (Double.isFinite(first) && Double.isFinite(second)) {
            return exact(one).compareTo(exact(other));
        }
        return Double.compare(first, second);
    }

    private static boolean isNumber(Value value) {
        return !(value instanceof Value.Real real) || !Double.isNaN(real.value());
    }

    private static BigDecimal exact(Value value) {
        return value instanceof Value.Real real
                ? new BigDecimal(real.value())
                : new BigDecimal(Numbers.toInteger(value));
    }

    private void step() {
        if (++steps > STEPS_MAX) {
            throw new Fault("the values are too large to be compared");
        }
    }

    private void deeper() {
        if (++depth > DEPTH_MAX) {
            throw new Fault("lists and maps are nested more than %d deep".formatted(DEPTH_MAX));
        }
    }
}

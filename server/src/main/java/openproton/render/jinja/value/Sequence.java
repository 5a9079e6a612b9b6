package openproton.render.jinja.value;

import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/// Values in an order.
public sealed interface Sequence extends Value {
    /// The most elements that one list may have.
    int LENGTH_MAX = 1_000_000;

    /// The elements, to be read.
    List<Value> values();

    /// Refuses a list before it is made.
    static void checkLength(long length) {
        if (length > LENGTH_MAX) {
            throw new Fault("a list gets more than %,d elements".formatted(LENGTH_MAX));
        }
    }

    /// A list; its elements may be changed by its methods.
    record Items(List<Value> values) implements Sequence {
        static Items of(List<? extends Value> values) {
            checkLength(values.size());
            return new Items(new ArrayList<>(values));
        }
    }

    /// A tuple.
    record Tuple(List<Value> values) implements Sequence {}

    /// What `range` gives, made element by element when it is read.
    record Range(long start, long stop, long step) implements Sequence {
        private static final int RANGE_LENGTH_MAX = 100_000;

        public Range {
            if (step == 0) {
                throw new Fault("the step of a range cannot be 0");
            }
            if (length(start, stop, step) > RANGE_LENGTH_MAX) {
                throw new Fault("a range may have at most %,d elements".formatted(RANGE_LENGTH_MAX));
            }
        }

        @Override
        public List<Value> values() {
            return new AbstractList<>() {
                @Override
                public Value get(int index) {
                    return Value.integer(start + index * step);
                }

                @Override
                public int size() {
                    return (int) length(start, stop, step);
                }
            };
        }

        private static long length(long start, long stop, long step) {
            var distance = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
            var steps =
                    distance.add(BigInteger.valueOf(step - Long.signum(step))).divide(BigInteger.valueOf(step));
            return steps.max(BigInteger.ZERO)
                    .min(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValueExact();
        }
    }

    /// What `groupby` gives: a pair whose parts also have names.
    record Group(Value grouper, Items list) implements Sequence {
        @Override
        public List<Value> values() {
            return List.of(grouper, list);
        }
    }

    /// The keys, values or items of a map.
    ///
    /// @param name what Python calls it, such as `dict_keys`
    record View(String name, List<Value> values) implements Sequence {}

    /// What filters such as `map` and `select` give: it can be gone through once, and has no length.
    final class Lazy implements Sequence {
        private List<Value> rest;

        public Lazy(List<Value> values) {
            this.rest = values;
        }

        /// What has not been taken yet; afterwards nothing is left.
        @Override
        public List<Value> values() {
            List<Value> taken = rest;
            rest = List.of();
            return taken;
        }

        /// The first element that has not been taken yet.
        public java.util.Optional<Value> next() {
            var first = rest.stream().findFirst();
            rest = rest.subList(Math.min(1, rest.size()), rest.size());
            return first;
        }
    }
}

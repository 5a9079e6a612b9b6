package openproton.render.jinja.filter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import openproton.render.NearMiss;
import openproton.render.jinja.operation.Arithmetic;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Parameters;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Truth;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;

/// The tests that can follow `is`.
public final class Tests {
    private static final String OTHER = "other";
    private static final Parameters WITH_OTHER = Parameters.of(OTHER);
    private static final Set<String> TAKE_UNDEFINED = Set.of("defined", "undefined");
    private static final Map<String, Predicate<Value>> QUESTIONS = Map.ofEntries(
            Map.entry("defined", value -> !(value instanceof Undefined)),
            Map.entry("undefined", Undefined.class::isInstance),
            Map.entry("none", value -> value == Value.None.NONE),
            Map.entry("boolean", Value.Bool.class::isInstance),
            Map.entry("true", value -> value instanceof Value.Bool truth && truth.value()),
            Map.entry("false", value -> value instanceof Value.Bool truth && !truth.value()),
            Map.entry("integer", Value.Int.class::isInstance),
            Map.entry("float", Value.Real.class::isInstance),
            Map.entry("number", Numbers::isNumber),
            Map.entry("string", Text.class::isInstance),
            Map.entry("mapping", Dict.class::isInstance),
            Map.entry(
                    "sequence",
                    value -> Iteration.isPossible(value)
                            && !(value instanceof Sequence.Lazy)
                            && !(value instanceof Sequence.View)),
            Map.entry("iterable", Iteration::isPossible),
            Map.entry("callable", value -> value instanceof Thing thing && thing.isCallable()),
            Map.entry("escaped", value -> value instanceof Text text && text.safe()),
            Map.entry("odd", value -> isRest(value, 2, 1)),
            Map.entry("even", value -> isRest(value, 2, 0)),
            Map.entry("lower", value -> isCased(value, Printed.str(value).toLowerCase(Locale.ROOT))),
            Map.entry("upper", value -> isCased(value, Printed.str(value).toUpperCase(Locale.ROOT))),
            Map.entry("filter", value -> Filters.names().contains(Printed.str(value))),
            Map.entry("test", value -> isTest(Printed.str(value))));
    private static final Map<String, BiPredicate<Value, Value>> COMPARISONS = comparisons();
    private static final Set<String> NAMES = union(QUESTIONS.keySet(), COMPARISONS.keySet());

    private Tests() {}

    public static Set<String> names() {
        return NAMES;
    }

    /// Whether a value passes a test.
    ///
    /// @throws Fault when the value or an argument is undefined, unless that is what the test asks for
    public static boolean apply(String name, Value subject, Arguments arguments) {
        if (subject instanceof Undefined missing && !TAKE_UNDEFINED.contains(name)) {
            missing.check();
        }
        Predicate<Value> question = QUESTIONS.get(name);
        if (question != null) {
            arguments.boundTo(name, Parameters.NONE);
            return question.test(subject);
        }
        BiPredicate<Value, Value> comparison = COMPARISONS.get(name);
        if (comparison == null) {
            throw new Fault("there is no test '%s'%s".formatted(name, NearMiss.hint(name, names())));
        }
        return comparison.test(subject, arguments.boundTo(name, WITH_OTHER).get(OTHER));
    }

    private static Map<String, BiPredicate<Value, Value>> comparisons() {
        var all = new HashMap<String, BiPredicate<Value, Value>>();
        add(all, ValueComparison::equal, "==", "eq", "equalto");
        add(all, (one, other) -> !ValueComparison.equal(one, other), "!=", "ne");
        add(all, (one, other) -> ValueComparison.order(one, other) > 0, ">", "gt", "greaterthan");
        add(all, (one, other) -> ValueComparison.order(one, other) >= 0, ">=", "ge");
        add(all, (one, other) -> ValueComparison.order(one, other) < 0, "<", "lt", "lessthan");
        add(all, (one, other) -> ValueComparison.order(one, other) <= 0, "<=", "le");
        add(all, (one, other) -> ValueComparison.contains(other, one), "in");
        add(all, (one, other) -> !Truth.of(Arithmetic.modulo(one, other)), "divisibleby");
        add(all, Tests::isSame, "sameas");
        return all;
    }

    private static void add(
            Map<String, BiPredicate<Value, Value>> all, BiPredicate<Value, Value> comparison, String... names) {
        for (String name : names) {
            all.put(name, comparison);
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new java.util.TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /// The same object: only plain values and the very same list, map or thing are.
    private static boolean isSame(Value one, Value other) {
        return switch (one) {
            case Value.None _, Value.Bool _, Value.Int _, Value.Real _, Text _ -> one.equals(other);
            case Sequence _, Dict _, Undefined _, Thing _ ->
                System.identityHashCode(one) == System.identityHashCode(other);
        };
    }

    private static boolean isRest(Value value, int divisor, int rest) {
        return ValueComparison.equal(Arithmetic.modulo(value, Value.integer(divisor)), Value.integer(rest));
    }

    private static boolean isCased(Value value, String cased) {
        String text = Printed.str(value);
        return text.equals(cased) && text.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isTest(String name) {
        return names().contains(name);
    }
}

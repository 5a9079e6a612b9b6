package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import openproton.render.jinja.operation.Lookup;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;
import openproton.render.jinja.value.ValueKind;

/// Filters that sort, group and choose by order; strings without regard to case unless asked.
final class OrderFilters {
    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("sort", "reverse case_sensitive attribute", OrderFilters::sort),
            filter("dictsort", "case_sensitive by reverse", OrderFilters::dictSort),
            filter("unique", "case_sensitive attribute", OrderFilters::unique),
            filter("min", "case_sensitive attribute", (value, arguments) -> outermost(value, arguments, 1)),
            filter("max", "case_sensitive attribute", (value, arguments) -> outermost(value, arguments, -1)),
            filter("groupby", "attribute default case_sensitive", OrderFilters::groupBy));

    private OrderFilters() {}

    private static Value sort(Value value, Arguments arguments) {
        List<Value> values = new ArrayList<>(Iteration.of(value));
        values.sort(directed(sortKey(arguments), arguments));
        return Value.items(values);
    }

    private static Comparator<Value> directed(UnaryOperator<Value> key, Arguments arguments) {
        Comparator<Value> order = (one, other) -> ValueComparison.order(key.apply(one), key.apply(other));
        return arguments.truth("reverse", false) ? order.reversed() : order;
    }

    /// By one member, or by several with commas between them.
    private static UnaryOperator<Value> sortKey(Arguments arguments) {
        UnaryOperator<Value> folded = folded(arguments);
        if (arguments.given("attribute").isEmpty() || !(arguments.get("attribute") instanceof Text paths)) {
            return key(arguments);
        }
        List<Value> all = Arrays.stream(paths.value().split(",", -1))
                .<Value>map(Value::text)
                .toList();
        return value -> Value.items(all.stream()
                .map(path -> folded.apply(ListFilters.member(value, path)))
                .toList());
    }

    private static UnaryOperator<Value> key(Arguments arguments) {
        UnaryOperator<Value> folded = folded(arguments);
        return value -> folded.apply(arguments
                .given("attribute")
                .map(path -> ListFilters.member(value, path))
                .orElse(value));
    }

    private static UnaryOperator<Value> folded(Arguments arguments) {
        boolean exact = arguments.truth("case_sensitive", false);
        return value ->
                !exact && value instanceof Text text ? Value.text(text.value().toLowerCase(Locale.ROOT)) : value;
    }

    private static Value dictSort(Value value, Arguments arguments) {
        if (!(value instanceof Dict map)) {
            throw new Fault("'dictsort' needs a map, not %s".formatted(ValueKind.of(value)));
        }
        String by = arguments.text("by", "key");
        if (!by.equals("key") && !by.equals("value")) {
            throw new Fault("'dictsort' sorts by 'key' or 'value', not '%s'".formatted(by));
        }
        UnaryOperator<Value> folded = folded(arguments);
        List<Value> items = map.items();
        items.sort(directed(
                pair -> folded.apply(((Sequence.Tuple) pair).values().get(by.equals("key") ? 0 : 1)), arguments));
        return Value.items(items);
    }

    private static Value unique(Value value, Arguments arguments) {
        UnaryOperator<Value> key = key(arguments);
        var seen = new Dict();
        var unique = new ArrayList<Value>();
        for (Value item : Iteration.of(value)) {
            Value itsKey = key.apply(item);
            if (!seen.containsKey(itsKey)) {
                seen.put(itsKey, item);
                unique.add(item);
            }
        }
        return new Sequence.Lazy(unique);
    }

    /// @param sign 1 for the smallest, -1 for the largest
    private static Value outermost(Value value, Arguments arguments, int sign) {
        UnaryOperator<Value> key = key(arguments);
        return Iteration.of(value).stream()
                .reduce((best, next) ->
                        sign * ValueComparison.order(key.apply(next), key.apply(best)) < 0 ? next : best)
                .orElseGet(ListFilters::nothing);
    }

    private static Value groupBy(Value value, Arguments arguments) {
        Value path = arguments.get("attribute");
        UnaryOperator<Value> folded = folded(arguments);
        UnaryOperator<Value> exact = item -> arguments
                .find("default")
                .map(otherwise -> Lookup.path(item, path).orElse(otherwise))
                .orElseGet(() -> ListFilters.member(item, path));
        List<Value> values = new ArrayList<>(Iteration.of(value));
        Comparator<Value> order =
                (one, other) -> ValueComparison.order(folded.apply(exact.apply(one)), folded.apply(exact.apply(other)));
        values.sort(order);
        var groups = new ArrayList<Value>();
        var group = new ArrayList<Value>();
        for (Value item : values) {
            if (!group.isEmpty() && order.compare(group.getFirst(), item) != 0) {
                groups.add(group(exact, group));
                group.clear();
            }
            group.add(item);
        }
        if (!group.isEmpty()) {
            groups.add(group(exact, group));
        }
        return Value.items(groups);
    }

    private static Value group(UnaryOperator<Value> key, List<Value> members) {
        return new Sequence.Group(key.apply(members.getFirst()), Value.items(members));
    }
}

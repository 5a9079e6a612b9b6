package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;
import static openproton.render.jinja.filter.JinjaFilter.placed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Truth;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;

/// Filters that apply other filters and tests to every element of a list.
final class PickFilters {
    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            placed("map", "* **", PickFilters::map),
            filter("select", "* **", (value, arguments) -> picked(value, test(arguments))),
            filter(
                    "reject",
                    "* **",
                    (value, arguments) -> picked(value, test(arguments).negate())),
            filter("selectattr", "* **", (value, arguments) -> picked(value, memberTest(arguments))),
            filter(
                    "rejectattr",
                    "* **",
                    (value, arguments) -> picked(value, memberTest(arguments).negate())));

    private PickFilters() {}

    private static Value map(Value value, Arguments arguments, OutputPlace place) {
        var mapped = new ArrayList<Value>();
        for (Value item : elements(value)) {
            mapped.add(arguments.positional().isEmpty() ? member(item, arguments) : filtered(item, arguments, place));
        }
        return new Sequence.Lazy(mapped);
    }

    /// As Jinja2 has it, whatever counts as false has no elements, even when it is no list.
    private static List<Value> elements(Value value) {
        return Truth.of(value) ? Iteration.of(value) : List.of();
    }

    private static Value filtered(Value item, Arguments arguments, OutputPlace place) {
        return Filters.apply(name(arguments), item, rest(arguments), place);
    }

    private static Value member(Value item, Arguments arguments) {
        Value member = ListFilters.member(item, arguments.get("attribute"));
        return member instanceof Undefined ? arguments.find("default").orElse(member) : member;
    }

    private static Value picked(Value value, Predicate<Value> wanted) {
        return new Sequence.Lazy(
                new ArrayList<>(elements(value).stream().filter(wanted).toList()));
    }

    private static Predicate<Value> test(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return Truth::of;
        }
        return item -> Tests.apply(name(arguments), item, rest(arguments));
    }

    private static Predicate<Value> memberTest(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new Fault("the name of a member is missing");
        }
        Value path = arguments.positional().getFirst();
        Predicate<Value> test = test(rest(arguments));
        return item -> test.test(ListFilters.member(item, path));
    }

    private static String name(Arguments arguments) {
        if (!(arguments.positional().getFirst() instanceof Text name)) {
            throw new Fault("the name of a filter or test is expected as a string");
        }
        return name.value();
    }

    private static Arguments rest(Arguments arguments) {
        List<Value> positional = arguments.positional();
        return new Arguments(positional.subList(1, positional.size()), new LinkedHashMap<>(arguments.named()));
    }
}

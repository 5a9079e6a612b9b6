package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import openproton.render.jinja.operation.Arithmetic;
import openproton.render.jinja.operation.Lookup;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// Filters that take lists apart and put them together.
final class ListFilters {
    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("length", "", (value, arguments) -> Value.integer(Iteration.length(value))),
            filter("count", "", (value, arguments) -> Value.integer(Iteration.length(value))),
            filter("list", "", (value, arguments) -> Value.items(Iteration.of(value))),
            filter("first", "", (value, arguments) -> first(value)),
            filter("last", "", (value, arguments) -> last(value)),
            filter("reverse", "", (value, arguments) -> reverse(value)),
            filter("join", "d attribute", ListFilters::join),
            filter("sum", "attribute start", ListFilters::sum),
            filter("batch", "linecount fill_with", ListFilters::batch),
            filter("slice", "slices fill_with", ListFilters::slice),
            filter("items", "", (value, arguments) -> items(value)),
            filter("attr", "name", ListFilters::attribute),
            filter("random", "", (value, arguments) -> random()));

    private ListFilters() {}

    private static Value first(Value value) {
        if (value instanceof Sequence.Lazy lazy) {
            return lazy.next().orElseGet(ListFilters::nothing);
        }
        List<Value> values = Iteration.of(value);
        return values.isEmpty() ? nothing() : values.getFirst();
    }

    private static Value last(Value value) {
        if (value instanceof Sequence.Lazy) {
            throw new Fault("%s has no last element".formatted(ValueKind.of(value)));
        }
        List<Value> values = Iteration.of(value);
        return values.isEmpty() ? nothing() : values.getLast();
    }

    static Value nothing() {
        return new Undefined("the element", ": the list is empty", -1);
    }

    private static Value reverse(Value value) {
        if (value instanceof Text text) {
            return new Text(new StringBuilder(text.value()).reverse().toString(), text.safe());
        }
        List<Value> values = new ArrayList<>(Iteration.of(value));
        Collections.reverse(values);
        return new Sequence.Lazy(values);
    }

    private static Value join(Value value, Arguments arguments) {
        String separator = Printed.str(arguments.find("d").orElse(Value.text("")));
        var joined = new StringBuilder();
        String before = "";
        for (Value item : Iteration.of(value)) {
            Value part =
                    arguments.given("attribute").map(path -> member(item, path)).orElse(item);
            joined.append(before).append(Printed.str(part));
            Text.checkLength(joined.length());
            before = separator;
        }
        return Value.text(joined.toString());
    }

    /// The member of an element, which may be undefined.
    static Value member(Value item, Value path) {
        return Lookup.path(item, path)
                .orElseGet(
                        () -> new Undefined(() -> Printed.str(path), () -> Lookup.hint(item, Printed.str(path)), -1));
    }

    private static Value sum(Value value, Arguments arguments) {
        Value sum = arguments.find("start").orElse(Value.integer(0));
        for (Value item : Iteration.of(value)) {
            Value part =
                    arguments.given("attribute").map(path -> member(item, path)).orElse(item);
            if (sum instanceof Text || part instanceof Text) {
                throw new Fault("'sum' adds numbers; use 'join' for strings");
            }
            sum = Arithmetic.add(sum, part);
        }
        return sum;
    }

    private static Value batch(Value value, Arguments arguments) {
        int count = arguments.integer("linecount");
        if (count < 1) {
            throw new Fault("'batch' needs a size of at least 1");
        }
        List<Value> values = Iteration.of(value);
        var batches = new ArrayList<Value>();
        for (int from = 0; from < values.size(); from += count) {
            var batch = new ArrayList<>(values.subList(from, Math.min(values.size(), from + count)));
            arguments.given("fill_with").ifPresent(fill -> {
                Sequence.checkLength(count);
                batch.addAll(Collections.nCopies(count - batch.size(), fill));
            });
            batches.add(Value.items(batch));
        }
        return new Sequence.Lazy(batches);
    }

    private static Value slice(Value value, Arguments arguments) {
        int count = arguments.integer("slices");
        if (count < 1) {
            throw new Fault("'slice' needs a number of at least 1");
        }
        Sequence.checkLength(count);
        List<Value> values = Iteration.of(value);
        int size = values.size() / count;
        int longer = values.size() % count;
        var slices = new ArrayList<Value>();
        int from = 0;
        for (int index = 0; index < count; index++) {
            int to = from + size + (index < longer ? 1 : 0);
            var slice = new ArrayList<>(values.subList(from, to));
            if (index >= longer && longer > 0) {
                arguments.given("fill_with").ifPresent(slice::add);
            }
            slices.add(Value.items(slice));
            from = to;
        }
        return new Sequence.Lazy(slices);
    }

    private static Value items(Value value) {
        if (!(value instanceof Dict map)) {
            throw new Fault("'items' needs a map, not %s".formatted(ValueKind.of(value)));
        }
        return new Sequence.Lazy(map.items());
    }

    private static Value attribute(Value value, Arguments arguments) {
        String name = arguments.text("name");
        return Lookup.method(value, name)
                .orElseGet(() -> new Undefined(() -> name, () -> Lookup.hint(value, name), -1));
    }

    private static Value random() {
        throw new Fault("'random' is not available: a template gives the same result every time");
    }
}

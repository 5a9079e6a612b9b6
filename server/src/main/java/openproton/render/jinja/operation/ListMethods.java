package openproton.render.jinja.operation;

import static openproton.render.jinja.operation.ValueMethod.method;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;

/// The methods of lists and tuples.
final class ListMethods {
    static final Map<String, ValueMethod<Sequence.Tuple>> OF_TUPLES = Map.ofEntries(
            method("count", "value", (self, arguments) -> count(self, arguments)),
            method("index", "value", (self, arguments) -> index(self, arguments)));

    static final Map<String, ValueMethod<Sequence.Items>> OF_LISTS = Map.ofEntries(
            method(
                    "append",
                    "value",
                    (self, arguments) -> insert(self, self.values().size(), arguments.get("value"))),
            method("clear", "", (self, arguments) -> done(self.values()::clear)),
            method("copy", "", (self, arguments) -> Value.items(self.values())),
            method("count", "value", (self, arguments) -> count(self, arguments)),
            method("extend", "values", (self, arguments) -> extend(self, arguments)),
            method("index", "value", (self, arguments) -> index(self, arguments)),
            method(
                    "insert",
                    "index value",
                    (self, arguments) -> insert(self, place(self, arguments.integer("index")), arguments.get("value"))),
            method("pop", "index", (self, arguments) -> pop(self, arguments)),
            method("remove", "value", (self, arguments) -> remove(self, arguments)),
            method("reverse", "", (self, arguments) -> done(() -> Collections.reverse(self.values()))),
            method("sort", "key reverse", (self, arguments) -> sort(self, arguments)));

    private ListMethods() {}

    private static Value done(Runnable change) {
        change.run();
        return Value.None.NONE;
    }

    private static Value insert(Sequence.Items self, int index, Value value) {
        Sequence.checkLength(self.values().size() + 1L);
        return done(() -> self.values().add(index, value));
    }

    private static int place(Sequence.Items self, int index) {
        int size = self.values().size();
        return Math.clamp(index < 0 ? (long) index + size : index, 0, size);
    }

    private static Value extend(Sequence.Items self, Arguments arguments) {
        List<Value> more = List.copyOf(Iteration.of(arguments.get("values")));
        Sequence.checkLength((long) self.values().size() + more.size());
        return done(() -> self.values().addAll(more));
    }

    private static Value pop(Sequence.Items self, Arguments arguments) {
        int size = self.values().size();
        int index = arguments.integer("index", -1);
        int place = index < 0 ? index + size : index;
        if (place < 0 || place >= size) {
            throw new Fault("there is no element %d to take out".formatted(index));
        }
        return self.values().remove(place);
    }

    private static Value remove(Sequence.Items self, Arguments arguments) {
        return done(() -> self.values().remove(position(self, arguments)));
    }

    private static Value sort(Sequence.Items self, Arguments arguments) {
        Comparator<Value> order = ValueComparison::order;
        return done(() -> self.values().sort(arguments.truth("reverse", false) ? order.reversed() : order));
    }

    private static Value count(Sequence self, Arguments arguments) {
        Value wanted = arguments.get("value");
        return Value.integer(self.values().stream()
                .filter(value -> ValueComparison.equal(value, wanted))
                .count());
    }

    private static Value index(Sequence self, Arguments arguments) {
        return Value.integer(position(self, arguments));
    }

    private static int position(Sequence self, Arguments arguments) {
        for (int index = 0; index < self.values().size(); index++) {
            if (ValueComparison.equal(self.values().get(index), arguments.get("value"))) {
                return index;
            }
        }
        throw new Fault("%s is not in the list".formatted(Printed.repr(arguments.get("value"))));
    }
}

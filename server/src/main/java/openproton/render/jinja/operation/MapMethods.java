package openproton.render.jinja.operation;

import static openproton.render.jinja.operation.ValueMethod.method;

import java.util.Map;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Value;

/// The methods of maps.
final class MapMethods {
    static final Map<String, ValueMethod<Dict>> ALL = Map.ofEntries(
            method("clear", "", (self, arguments) -> clear(self)),
            method("copy", "", (self, arguments) -> new Dict().putAll(self)),
            method(
                    "get",
                    "key default",
                    (self, arguments) -> self.get(arguments.get("key")).orElseGet(() -> otherwise(arguments))),
            method("items", "", (self, arguments) -> new Sequence.View("dict_items", self.items())),
            method("keys", "", (self, arguments) -> new Sequence.View("dict_keys", self.keys())),
            method("values", "", (self, arguments) -> new Sequence.View("dict_values", self.values())),
            method("pop", "key default", (self, arguments) -> pop(self, arguments)),
            method("popitem", "", (self, arguments) -> popItem(self)),
            method("setdefault", "key default", (self, arguments) -> setDefault(self, arguments)),
            method("update", "values **", (self, arguments) -> update(self, arguments)));

    private MapMethods() {}

    private static Value otherwise(Arguments arguments) {
        return arguments.find("default").orElse(Value.None.NONE);
    }

    private static Value clear(Dict self) {
        self.clear();
        return Value.None.NONE;
    }

    private static Value pop(Dict self, Arguments arguments) {
        Value key = arguments.get("key");
        return self.remove(key)
                .or(() -> arguments.find("default"))
                .orElseThrow(() -> new Fault("there is no key %s to take out".formatted(Printed.repr(key))));
    }

    private static Value popItem(Dict self) {
        if (self.size() == 0) {
            throw new Fault("the map is empty: nothing can be taken out");
        }
        Value last = self.items().getLast();
        self.remove(((Sequence.Tuple) last).values().getFirst());
        return last;
    }

    private static Value setDefault(Dict self, Arguments arguments) {
        Value key = arguments.get("key");
        if (!self.containsKey(key)) {
            self.put(key, otherwise(arguments));
        }
        return self.get(key).orElseThrow();
    }

    private static Value update(Dict self, Arguments arguments) {
        var named = new java.util.LinkedHashMap<>(arguments.named());
        Value values = named.remove("values");
        if (values != null) {
            self.putAll(Dict.of(values));
        }
        named.forEach((name, value) -> self.put(Value.text(name), value));
        return Value.None.NONE;
    }
}

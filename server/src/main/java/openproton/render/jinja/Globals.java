package openproton.render.jinja;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Function;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Value;

/// The functions that every template can call.
final class Globals {
    static final Map<String, Value> ALL = Stream.of(
                    new Function("range", "start stop step", Globals::range),
                    new Function("dict", "values **", Globals::dict),
                    new Function("namespace", "values **", JinjaNamespace::make),
                    new Function("cycler", "*", Cycler::make),
                    new Function("joiner", "sep", Joiner::make),
                    new Function("lipsum", "* **", Globals::lipsum))
            .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private Globals() {}

    private static Value range(Arguments arguments) {
        long first = number(arguments.get("start"));
        long step = arguments.find("step").map(Globals::number).orElse(1L);
        return arguments
                .find("stop")
                .map(stop -> new Sequence.Range(first, number(stop), step))
                .orElseGet(() -> new Sequence.Range(0, first, step));
    }

    private static long number(Value value) {
        return Numbers.toInt(value);
    }

    /// A map from a map or pairs, then from named arguments.
    static Dict dict(Arguments arguments) {
        var made = new Dict();
        arguments.named().forEach((name, value) -> {
            if (name.equals("values") && (value instanceof Dict || value instanceof Sequence)) {
                made.putAll(Dict.of(value));
            } else {
                made.put(Value.text(name), value);
            }
        });
        return made;
    }

    private static Value lipsum(Arguments arguments) {
        throw new Fault("'lipsum' is not available: a template gives the same result every time");
    }
}

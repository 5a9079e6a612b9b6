package openproton.render.jinja;

import java.util.List;
import java.util.Optional;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Function;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Value;

/// The result of `cycler(…)`: one value after the other, again and again.
final class Cycler implements Thing {
    private final List<Value> values;
    private int place;

    private Cycler(List<Value> values) {
        this.values = values;
    }

    static Value make(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new Fault("'cycler' needs at least one value");
        }
        return new Cycler(arguments.positional());
    }

    @Override
    public String kind() {
        return "a cycler";
    }

    @Override
    public Optional<Value> member(String name) {
        return switch (name) {
            case "current" -> Optional.of(values.get(place));
            case "next" -> Optional.of(new Function("next", "", _ -> next()));
            case "reset" -> Optional.of(new Function("reset", "", _ -> reset()));
            default -> Optional.empty();
        };
    }

    private Value next() {
        Value value = values.get(place);
        place = (place + 1) % values.size();
        return value;
    }

    private Value reset() {
        place = 0;
        return Value.None.NONE;
    }
}

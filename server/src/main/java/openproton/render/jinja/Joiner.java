package openproton.render.jinja;

import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Value;

/// The result of `joiner(…)`: nothing the first time, then its separator.
final class Joiner implements Thing {
    private final Value separator;
    private boolean used;

    private Joiner(Value separator) {
        this.separator = separator;
    }

    static Value make(Arguments arguments) {
        return new Joiner(arguments.find("sep").orElse(Value.text(", ")));
    }

    @Override
    public String kind() {
        return "a joiner";
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Value call(Arguments arguments) {
        Value value = used ? separator : Value.text("");
        used = true;
        return value;
    }
}

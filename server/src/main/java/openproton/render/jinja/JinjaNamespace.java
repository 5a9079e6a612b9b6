package openproton.render.jinja;

import java.util.Collection;
import java.util.Optional;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Value;

/// The result of `namespace(…)`: names that an inner block can change.
final class JinjaNamespace implements Thing {
    private final Dict members;

    private JinjaNamespace(Dict members) {
        this.members = members;
    }

    static Value make(Arguments arguments) {
        return new JinjaNamespace(Globals.dict(arguments));
    }

    void set(String name, Value value) {
        members.put(Value.text(name), value);
    }

    @Override
    public String kind() {
        return "a namespace";
    }

    @Override
    public Optional<Value> member(String name) {
        return members.get(name);
    }

    @Override
    public Collection<String> memberNames() {
        return members.names();
    }
}

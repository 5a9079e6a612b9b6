package openproton.render.jinja;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;

/// The `loop` of a `for`.
final class LoopState implements Thing {
    private static final Map<String, BiFunction<LoopState, Integer, Value>> MEMBERS = Map.ofEntries(
            Map.entry("index", (loop, index) -> Value.integer(index + 1L)),
            Map.entry("index0", (loop, index) -> Value.integer(index)),
            Map.entry("revindex", (loop, index) -> Value.integer(loop.values.size() - (long) index)),
            Map.entry("revindex0", (loop, index) -> Value.integer(loop.values.size() - (long) index - 1)),
            Map.entry("first", (loop, index) -> Value.truth(index == 0)),
            Map.entry("last", (loop, index) -> Value.truth(index == loop.values.size() - 1)),
            Map.entry("length", (loop, index) -> Value.integer(loop.values.size())),
            Map.entry("depth", (loop, index) -> Value.integer(loop.depth + 1L)),
            Map.entry("depth0", (loop, index) -> Value.integer(loop.depth)),
            Map.entry("previtem", (loop, index) -> loop.neighbour(index - 1, "previtem")),
            Map.entry("nextitem", (loop, index) -> loop.neighbour(index + 1, "nextitem")),
            Map.entry("cycle", (loop, index) -> function("cycle", loop::cycle)),
            Map.entry("changed", (loop, index) -> function("changed", loop::changed)));

    private final List<Value> values;
    private final int depth;
    private final Function<Arguments, Value> again;
    private int index;
    private Optional<List<Value>> seen = Optional.empty();

    /// @param again what `loop(…)` does
    LoopState(List<Value> values, int depth, Function<Arguments, Value> again) {
        this.values = values;
        this.depth = depth;
        this.again = again;
    }

    void advance() {
        index++;
    }

    @Override
    public String kind() {
        return "the loop";
    }

    @Override
    public Optional<Value> member(String name) {
        return Optional.ofNullable(MEMBERS.get(name)).map(member -> member.apply(this, index));
    }

    @Override
    public Collection<String> memberNames() {
        return MEMBERS.keySet();
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Value call(Arguments arguments) {
        return again.apply(arguments);
    }

    private static Value function(String name, Function<Arguments, Value> body) {
        return new openproton.render.jinja.value.Function(name, "*", body);
    }

    private Value neighbour(int place, String name) {
        return place >= 0 && place < values.size()
                ? values.get(place)
                : new Undefined("loop." + name, ": there is no such element", -1);
    }

    private Value cycle(Arguments arguments) {
        List<Value> choices = arguments.positional();
        if (choices.isEmpty()) {
            throw new Fault("'loop.cycle' needs something to choose from");
        }
        return choices.get(index % choices.size());
    }

    private Value changed(Arguments arguments) {
        List<Value> now = arguments.positional();
        boolean same = seen.isPresent() && ValueComparison.equal(Value.items(seen.get()), Value.items(now));
        seen = Optional.of(now);
        return Value.truth(!same);
    }
}

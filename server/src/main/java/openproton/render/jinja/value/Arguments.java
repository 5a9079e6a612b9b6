package openproton.render.jinja.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.NearMiss;

/// The arguments of a call: some by position, then some by name.
///
/// @param named in the order of the call
public record Arguments(List<Value> positional, Map<String, Value> named) {
    /// No arguments.
    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    /// Assigns each positional argument to its parameter.
    public Arguments boundTo(String function, Parameters parameters) {
        if (positional.isEmpty() && named.isEmpty()) {
            return this;
        }
        int count = Math.min(positional.size(), parameters.names().size());
        if (count < positional.size() && !parameters.more()) {
            throw new Fault("'%s' takes at most %d argument%s, not %d"
                    .formatted(function, count, count == 1 ? "" : "s", positional.size()));
        }
        var bound = new LinkedHashMap<String, Value>();
        for (int index = 0; index < count; index++) {
            bound.put(parameters.names().get(index), positional.get(index));
        }
        named.forEach((name, value) -> bindNamed(function, parameters, bound, name, value));
        return new Arguments(positional.subList(count, positional.size()), bound);
    }

    private static void bindNamed(
            String function, Parameters parameters, Map<String, Value> bound, String name, Value value) {
        if (!parameters.moreNamed() && !parameters.names().contains(name)) {
            throw new Fault(
                    "'%s' has no argument '%s'%s".formatted(function, name, NearMiss.hint(name, parameters.names())));
        }
        if (bound.putIfAbsent(name, value) != null) {
            throw new Fault("'%s' is given the argument '%s' twice".formatted(function, name));
        }
    }

    /// The argument, if it is given.
    public Optional<Value> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /// The argument, or a failure that names it.
    public Value get(String name) {
        return find(name).orElseThrow(() -> new Fault("the argument '%s' is missing".formatted(name)));
    }

    /// A string argument.
    public String text(String name) {
        return expectText(name, get(name));
    }

    /// A string argument that may be missing or `none`.
    public String text(String name, String otherwise) {
        return given(name).map(value -> expectText(name, value)).orElse(otherwise);
    }

    /// An integer argument.
    public int integer(String name) {
        return Numbers.toInt(get(name));
    }

    /// An integer argument that may be missing or `none`.
    public int integer(String name, int otherwise) {
        return given(name).map(Numbers::toInt).orElse(otherwise);
    }

    /// A truth that may be missing.
    public boolean truth(String name, boolean otherwise) {
        return find(name).map(Truth::of).orElse(otherwise);
    }

    /// The argument, if it is given and not `none`.
    public Optional<Value> given(String name) {
        return find(name).filter(value -> value != Value.None.NONE);
    }

    private static String expectText(String name, Value value) {
        return switch (value) {
            case Text text -> text.value();
            case Undefined missing -> throw missing.fault();
            case Value.None _, Value.Bool _, Value.Int _, Value.Real _, Sequence _, Dict _, Thing _ ->
                throw new Fault("the argument '%s' must be a string, not %s".formatted(name, ValueKind.of(value)));
        };
    }
}

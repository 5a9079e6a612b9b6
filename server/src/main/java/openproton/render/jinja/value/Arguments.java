package openproton.render.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.NearMiss;

/// What a call is given: some arguments by position, then some by name.
///
/// @param named in the order of the call
public record Arguments(List<Value> positional, Map<String, Value> named) {
    /// No arguments.
    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    /// Gives each positional argument the name of its parameter.
    ///
    /// @param parameters names separated by spaces; `*` takes more arguments by position, `**` more by name
    public Arguments boundTo(String function, String parameters) {
        var names = parameters.isEmpty() ? List.<String>of() : List.of(parameters.split(" "));
        var bound = new LinkedHashMap<String, Value>();
        var rest = new ArrayList<Value>();
        for (Value value : positional) {
            int index = bound.size();
            if (rest.isEmpty() && index < names.size() && !names.get(index).startsWith("*")) {
                bound.put(names.get(index), value);
            } else if (parameters.contains("*")) {
                rest.add(value);
            } else {
                throw new Fault("'%s' takes at most %d argument%s, not %d"
                        .formatted(function, names.size(), names.size() == 1 ? "" : "s", positional.size()));
            }
        }
        named.forEach((name, value) -> bindNamed(function, parameters, names, bound, name, value));
        return new Arguments(rest, bound);
    }

    private static void bindNamed(
            String function,
            String parameters,
            List<String> names,
            Map<String, Value> bound,
            String name,
            Value value) {
        if (!names.contains(name) && !parameters.endsWith("**")) {
            throw new Fault("'%s' has no argument '%s'%s".formatted(function, name, NearMiss.hint(name, names)));
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
                throw new Fault("the argument '%s' must be a string, not %s".formatted(name, Kind.of(value)));
        };
    }
}

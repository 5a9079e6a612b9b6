package openproton.render.jinja.operation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Function;
import openproton.render.jinja.value.Parameters;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;

/// A method of one kind of value.
record ValueMethod<V extends Value>(Parameters parameters, BiFunction<V, Arguments, Value> body) {

    /// A row of a table of methods.
    ///
    /// @param parameters as of [Parameters#of]
    static <V extends Value> Map.Entry<String, ValueMethod<V>> method(
            String name, String parameters, BiFunction<V, Arguments, Value> body) {
        return Map.entry(name, new ValueMethod<>(Parameters.of(parameters), body));
    }

    private Function bound(V self, String name) {
        return new Function(name, parameters, arguments -> body.apply(self, arguments));
    }

    private static <V extends Value> Optional<Value> find(Map<String, ValueMethod<V>> table, V self, String name) {
        return Optional.ofNullable(table.get(name)).map(method -> method.bound(self, name));
    }

    /// The method of that name, bound to its value.
    static Optional<Value> of(Value self, String name) {
        return switch (self) {
            case Text text -> find(TextMethods.ALL, text, name).or(() -> find(TextQuestions.ALL, text, name));
            case Sequence.Items items -> find(ListMethods.OF_LISTS, items, name);
            case Sequence.Tuple tuple -> find(ListMethods.OF_TUPLES, tuple, name);
            case Sequence.Group group ->
                switch (name) {
                    case "grouper" -> Optional.of(group.grouper());
                    case "list" -> Optional.of(group.list());
                    default -> Optional.empty();
                };
            case Dict map -> find(MapMethods.ALL, map, name);
            case Thing thing -> thing.member(name);
            case Undefined missing -> throw missing.fault();
            case Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Sequence.Range _,
                    Sequence.View _,
                    Sequence.Lazy _ -> Optional.empty();
        };
    }

    /// The names of all methods of a string, list or map, or of the members of a thing, for hints.
    static Collection<String> names(Value self) {
        return switch (self) {
            case Text _ -> TextMethods.ALL.keySet();
            case Sequence.Items _ -> ListMethods.OF_LISTS.keySet();
            case Dict _ -> MapMethods.ALL.keySet();
            case Sequence _, Value.None _, Value.Bool _, Value.Int _, Value.Real _, Undefined _ -> Set.of();
            case Thing thing -> thing.memberNames();
        };
    }
}

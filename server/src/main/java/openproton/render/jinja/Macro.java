package openproton.render.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.render.NearMiss;
import openproton.render.jinja.syntax.JinjaStatement;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;

/// A macro, or the body of a call block.
///
/// @param around where it is defined: it sees the names that are known there
record Macro(JinjaStatement.MacroDefinition definition, Rendering around) implements Thing {

    @Override
    public String kind() {
        return "the macro '%s'".formatted(definition.name());
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Optional<Value> member(String name) {
        return switch (name) {
            case "name" -> Optional.of(Value.text(definition.name()));
            case "arguments" ->
                Optional.of(new Sequence.Tuple(new ArrayList<>(
                        parameterNames().stream().map(Value::text).toList())));
            case "catch_varargs" -> Optional.of(Value.truth(definition.uses().contains("varargs")));
            case "catch_kwargs" -> Optional.of(Value.truth(definition.uses().contains("kwargs")));
            case "caller" -> Optional.of(Value.truth(definition.uses().contains("caller")));
            default -> Optional.empty();
        };
    }

    @Override
    public Value call(Arguments arguments) {
        around.budget().step();
        around.budget().enter();
        var inner = new Rendering(around.scope().inner(), around.budget(), new Output(around.budget()));
        var named = new LinkedHashMap<>(arguments.named());
        List<Value> more = give(inner, arguments.positional(), named);
        giveExtras(inner.scope(), more, named);
        inner.run(definition.body());
        around.budget().leave();
        return Value.text(inner.output().text());
    }

    private List<String> parameterNames() {
        return definition.parameters().stream()
                .map(JinjaStatement.Parameter::name)
                .toList();
    }

    /// Assigns a value to every parameter.
    ///
    /// @param named loses what has been given
    /// @return the positional arguments that are left
    private List<Value> give(Rendering inner, List<Value> positional, Map<String, Value> named) {
        List<JinjaStatement.Parameter> parameters = definition.parameters();
        for (int index = 0; index < parameters.size(); index++) {
            JinjaStatement.Parameter parameter = parameters.get(index);
            Value byName = named.remove(parameter.name());
            if (byName != null && index < positional.size()) {
                throw new Fault("%s is given '%s' twice".formatted(kind(), parameter.name()));
            }
            Value value = byName != null
                    ? byName
                    : index < positional.size() ? positional.get(index) : otherwise(inner, parameter);
            inner.scope().set(parameter.name(), value);
        }
        return positional.subList(Math.min(parameters.size(), positional.size()), positional.size());
    }

    private Value otherwise(Rendering inner, JinjaStatement.Parameter parameter) {
        return parameter
                .otherwise()
                .map(value -> inner.expressions().value(value))
                .orElseGet(() -> new Undefined(
                        parameter.name(), ": %s was called without it".formatted(kind()), definition.at()));
    }

    private void giveExtras(JinjaScope scope, List<Value> more, Map<String, Value> named) {
        Value caller = named.get("caller");
        if (definition.uses().contains("caller") && !parameterNames().contains("caller")) {
            named.remove("caller");
            scope.set(
                    "caller",
                    caller != null
                            ? caller
                            : new Undefined("caller", ": no call block calls this macro", definition.at()));
        }
        if (definition.uses().contains("varargs")) {
            scope.set("varargs", new Sequence.Tuple(List.copyOf(more)));
        } else if (!more.isEmpty()) {
            throw new Fault("%s takes at most %d argument(s)"
                    .formatted(kind(), definition.parameters().size()));
        }
        if (definition.uses().contains("kwargs")) {
            var kwargs = new Dict();
            named.forEach((name, value) -> kwargs.put(Value.text(name), value));
            scope.set("kwargs", kwargs);
        } else if (!named.isEmpty()) {
            String name = named.keySet().iterator().next();
            if (name.equals("caller")) {
                throw new Fault("%s is used by a call block, but never calls 'caller()'".formatted(kind()));
            }
            throw new Fault("%s has no argument '%s'%s".formatted(kind(), name, NearMiss.hint(name, parameterNames())));
        }
    }
}

package openproton.render.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import openproton.render.NearMiss;
import openproton.render.jinja.filter.Filters;
import openproton.render.jinja.filter.OutputPlace;
import openproton.render.jinja.filter.Tests;
import openproton.render.jinja.operation.Arithmetic;
import openproton.render.jinja.operation.Lookup;
import openproton.render.jinja.syntax.Expression;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Slices;
import openproton.render.jinja.value.Thing;
import openproton.render.jinja.value.Truth;
import openproton.render.jinja.value.Undefined;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueComparison;
import openproton.render.jinja.value.ValueKind;

/// Finds the value of an expression.
///
/// @param output what has been written so far: some filters want to know the column
/// @param body what a block gives to its chain of filters
record Evaluator(JinjaScope scope, Budget budget, Output output, Value body) {

    /// The value, which may be undefined.
    Value value(Expression expression) {
        try {
            return evaluate(expression);
        } catch (Fault e) {
            throw e.orAt(expression.at());
        }
    }

    /// The value, which must not be undefined.
    Value used(Expression expression) {
        Value value = value(expression);
        if (value instanceof Undefined missing) {
            missing.check();
        }
        return value;
    }

    boolean isTrue(Expression expression) {
        try {
            return Truth.of(value(expression));
        } catch (Fault e) {
            throw e.orAt(expression.at());
        }
    }

    private Value evaluate(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Name name -> name(name);
            case Expression.Attribute step -> attribute(step, false);
            case Expression.Item item -> item(item);
            case Expression.Slice slice ->
                Slices.of(used(slice.of()), bound(slice.from()), bound(slice.to()), bound(slice.step()));
            case Expression.Invocation call -> call(call, Optional.empty());
            case Expression.Filtering filter -> filter(filter);
            case Expression.Test test ->
                Value.truth(Tests.apply(test.name(), value(test.subject()), arguments(test.arguments())));
            case Expression.ListLiteral list -> Value.items(values(list.items()));
            case Expression.TupleLiteral tuple -> new Sequence.Tuple(values(tuple.items()));
            case Expression.MapLiteral map -> map(map);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Not not -> Value.truth(!isTrue(not.operand()));
            case Expression.And and -> and(and);
            case Expression.Or or -> or(or);
            case Expression.Concat concat -> concat(concat);
            case Expression.Compare compare -> Value.truth(compare(compare));
            case Expression.Conditional choice -> conditional(choice);
            case Expression.Body _ -> body;
        };
    }

    private Value or(Expression.Or or) {
        Value left = used(or.left());
        return Truth.of(left) ? left : value(or.right());
    }

    private Value and(Expression.And and) {
        Value left = used(and.left());
        return Truth.of(left) ? value(and.right()) : left;
    }

    private Value name(Expression.Name name) {
        Value value = scope.find(name.name());
        return value != null ? value : new Undefined(name::name, () -> hint(name), name.at());
    }

    private String hint(Expression.Name name) {
        return NearMiss.hint(name.name(), scope.names());
    }

    private Value attribute(Expression.Attribute step, boolean called) {
        Value whole = value(step.of());
        if (whole instanceof Undefined missing) {
            return missing.into(() -> Spelling.of(step));
        }
        Value found = called ? Lookup.callable(whole, step.name()) : Lookup.attribute(whole, step.name());
        return found != null
                ? found
                : new Undefined(() -> Spelling.of(step), () -> Lookup.hint(whole, step.name()), step.at());
    }

    private Value item(Expression.Item item) {
        Value whole = value(item.of());
        if (whole instanceof Undefined missing) {
            return missing.into(() -> Spelling.of(item));
        }
        Value key = used(item.key());
        return Lookup.item(whole, key)
                .orElseGet(() -> new Undefined(
                        () -> Spelling.of(item.of(), key), () -> Lookup.hint(whole, Printed.str(key)), item.at()));
    }

    private Value bound(Optional<Expression> bound) {
        return bound.isPresent() ? used(bound.get()) : Value.None.NONE;
    }

    /// Calls a function, method or macro.
    ///
    /// @param caller the body of a call block
    Value call(Expression.Invocation call, Optional<Value> caller) {
        budget.step();
        Value function = call.function() instanceof Expression.Attribute method
                ? attribute(method, true)
                : value(call.function());
        Arguments arguments = arguments(call.arguments());
        if (caller.isPresent()) {
            var named = new LinkedHashMap<>(arguments.named());
            named.put("caller", caller.get());
            arguments = new Arguments(arguments.positional(), named);
        }
        return switch (function) {
            case Thing thing -> thing.call(arguments);
            case Undefined missing -> throw missing.fault();
            case Value other ->
                throw new Fault(
                        "'%s' is %s and cannot be called".formatted(Spelling.of(call.function()), ValueKind.of(other)));
        };
    }

    private Value filter(Expression.Filtering filter) {
        budget.step();
        Value subject = value(filter.subject());
        return Filters.apply(filter.name(), subject, arguments(filter.arguments()), new OutputPlace(output::line));
    }

    private Arguments arguments(Expression.CallArguments given) {
        if (given.positional().isEmpty()
                && given.named().isEmpty()
                && given.spread().isEmpty()
                && given.namedSpread().isEmpty()) {
            return Arguments.NONE;
        }
        var positional = new ArrayList<>(values(given.positional()));
        given.spread().ifPresent(spread -> positional.addAll(Iteration.of(used(spread))));
        var named = new LinkedHashMap<String, Value>();
        given.named().forEach(argument -> name(named, argument.name(), value(argument.value())));
        if (given.namedSpread().isPresent()) {
            if (!(used(given.namedSpread().get()) instanceof Dict map)) {
                throw new Fault("a map is expected behind '**'");
            }
            map.names().forEach(name -> name(named, name, map.get(name).orElseThrow()));
        }
        return new Arguments(positional, named);
    }

    private static void name(LinkedHashMap<String, Value> named, String name, Value value) {
        if (named.put(name, value) != null) {
            throw new Fault("the argument '%s' is given twice".formatted(name));
        }
    }

    private List<Value> values(List<Expression> expressions) {
        var values = new ArrayList<Value>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression));
        }
        return values;
    }

    private Value map(Expression.MapLiteral literal) {
        var map = new Dict();
        literal.pairs().forEach(pair -> map.put(used(pair.key()), value(pair.value())));
        return map;
    }

    private Value unary(Expression.Unary unary) {
        Value operand = used(unary.operand());
        return unary.operator() == Expression.Operator.SUBTRACT ? Arithmetic.negate(operand) : Arithmetic.plus(operand);
    }

    private Value binary(Expression.Binary binary) {
        Value left = used(binary.left());
        Value right = used(binary.right());
        return switch (binary.operator()) {
            case ADD -> Arithmetic.add(left, right);
            case SUBTRACT -> Arithmetic.subtract(left, right);
            case MULTIPLY -> Arithmetic.multiply(left, right);
            case DIVIDE -> Arithmetic.divide(left, right);
            case FLOOR_DIVIDE -> Arithmetic.floorDivide(left, right);
            case MODULO -> Arithmetic.modulo(left, right);
            case POWER -> Arithmetic.power(left, right);
        };
    }

    private Value concat(Expression.Concat concat) {
        var text = new Output(budget);
        concat.parts().forEach(part -> text.append(printed(part)));
        return Value.text(text.text());
    }

    /// What `{{ expression }}` writes.
    String printed(Expression expression) {
        try {
            return Printed.str(evaluate(expression));
        } catch (Fault e) {
            throw e.orAt(expression.at());
        }
    }

    private boolean compare(Expression.Compare compare) {
        Value left = used(compare.first());
        for (Expression.Link link : compare.links()) {
            Value right = used(link.right());
            if (!holds(link.relation(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private static boolean holds(Expression.Relation relation, Value left, Value right) {
        return switch (relation) {
            case EQUAL -> ValueComparison.equal(left, right);
            case NOT_EQUAL -> !ValueComparison.equal(left, right);
            case LESS -> ValueComparison.order(left, right) < 0;
            case LESS_OR_EQUAL -> ValueComparison.order(left, right) <= 0;
            case GREATER -> ValueComparison.order(left, right) > 0;
            case GREATER_OR_EQUAL -> ValueComparison.order(left, right) >= 0;
            case IN -> ValueComparison.contains(right, left);
            case NOT_IN -> !ValueComparison.contains(right, left);
        };
    }

    private Value conditional(Expression.Conditional choice) {
        if (isTrue(choice.condition())) {
            return value(choice.then());
        }
        return choice.otherwise().isPresent() ? value(choice.otherwise().get()) : Undefined.withoutElse(choice.at());
    }
}

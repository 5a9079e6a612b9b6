package openproton.render.jinja.syntax;

import java.util.List;
import java.util.Optional;
import openproton.render.jinja.value.Value;

/// An expression. Each knows its offset in the template, for messages.
public sealed interface Expression {
    /// The offset in the template's text.
    int at();

    record Constant(Value value, int at) implements Expression {}

    record Name(String name, int at) implements Expression {}

    record ListLiteral(List<Expression> items, int at) implements Expression {}

    record TupleLiteral(List<Expression> items, int at) implements Expression {}

    record MapLiteral(List<Pair> pairs, int at) implements Expression {}

    /// `of.name`.
    record Attribute(Expression of, String name, int at) implements Expression {}

    /// `of[key]`.
    record Item(Expression of, Expression key, int at) implements Expression {}

    /// `of[from:to:step]`.
    record Slice(Expression of, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step, int at)
            implements Expression {}

    record Invocation(Expression function, CallArguments arguments, int at) implements Expression {}

    /// `subject | name(arguments)`.
    record Filtering(Expression subject, String name, CallArguments arguments, int at) implements Expression {}

    /// `subject is name(arguments)`.
    record Test(Expression subject, String name, CallArguments arguments, int at) implements Expression {}

    record Unary(Operator operator, Expression operand, int at) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, int at) implements Expression {}

    record Not(Expression operand, int at) implements Expression {}

    record And(Expression left, Expression right, int at) implements Expression {}

    record Or(Expression left, Expression right, int at) implements Expression {}

    /// `a ~ b ~ c`.
    record Concat(List<Expression> parts, int at) implements Expression {}

    /// `first < second <= third`: each link compares with the one before.
    record Compare(Expression first, List<Link> links, int at) implements Expression {}

    /// `then if condition else otherwise`.
    record Conditional(Expression condition, Expression then, Optional<Expression> otherwise, int at)
            implements Expression {}

    /// The value that a chain of filters of a block begins with.
    record Body(int at) implements Expression {}

    record Pair(Expression key, Expression value) {}

    record Link(Relation relation, Expression right) {}

    record Named(String name, Expression value) {}

    /// What is between the parentheses of a call.
    ///
    /// @param spread after `*`
    /// @param namedSpread after `**`
    record CallArguments(
            List<Expression> positional,
            List<Named> named,
            Optional<Expression> spread,
            Optional<Expression> namedSpread) {
        static final CallArguments NONE = new CallArguments(List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The arithmetic operators.
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER
    }

    /// The comparison operators.
    enum Relation {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        NOT_IN
    }
}

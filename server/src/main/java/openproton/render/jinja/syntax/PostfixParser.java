package openproton.render.jinja.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Value;

/// Reads what follows a value without a space: `.a`, `[b]`, `(c)`.
final class PostfixParser {
    /// The names that Proton gives a template; in a path below one, a hyphen without spaces belongs to the name.
    private static final Set<String> NAMESPACES = Set.of(
            "environment", "service", "service_instance", "service_instances", "pipeline", "component", "proton_tags");

    private static final Set<String> ATTACHMENTS = Set.of(".", "[", "(");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    PostfixParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /// The value with everything that is attached to it.
    Expression attached(Expression start) {
        Expression value = start;
        int levels = 0;
        while (tokens.current().kind() == Token.Kind.OPERATOR
                && ATTACHMENTS.contains(tokens.current().text())) {
            value = switch (tokens.current().text()) {
                case "." -> attribute(value);
                case "[" -> subscript(value);
                default -> call(value);
            };
            tokens.enter();
            levels++;
        }
        tokens.leave(levels);
        return value;
    }

    private Expression attribute(Expression of) {
        tokens.expectOperator(".");
        Token step = tokens.current();
        if (step.kind() == Token.Kind.INTEGER) {
            var index = Value.integer(Integer.parseInt(tokens.next().text()));
            return new Expression.Item(of, new Expression.Constant(index, step.at()), step.at());
        }
        if (step.kind() != Token.Kind.NAME) {
            throw tokens.unexpected("a name");
        }
        return new Expression.Attribute(of, memberName(of), step.at());
    }

    private String memberName(Expression of) {
        Token last = tokens.next();
        if (!isHyphenBehind(last)) {
            return last.text();
        }
        var name = new StringBuilder(last.text());
        while (isHyphenBehind(last) && isRootedInNamespace(of)) {
            tokens.next();
            last = tokens.next();
            name.append('-').append(last.text());
        }
        return name.toString();
    }

    private boolean isHyphenBehind(Token name) {
        Token hyphen = tokens.current();
        Token next = tokens.peek();
        return hyphen.isOperator("-")
                && hyphen.at() == name.end()
                && next.kind() == Token.Kind.NAME
                && next.at() == hyphen.end();
    }

    private static boolean isRootedInNamespace(Expression path) {
        return switch (path) {
            case Expression.Name root -> NAMESPACES.contains(root.name());
            case Expression.Attribute step -> isRootedInNamespace(step.of());
            case Expression.Item step -> isRootedInNamespace(step.of());
            case Expression _ -> false;
        };
    }

    private Expression subscript(Expression of) {
        int at = tokens.expectOperator("[").at();
        var keys = new ArrayList<Expression>();
        while (!tokens.current().isOperator("]")) {
            if (keys.isEmpty() && tokens.current().isOperator(":")) {
                return slice(of, Optional.empty(), at);
            }
            keys.add(expressions.expression());
            if (keys.size() == 1 && tokens.current().isOperator(":")) {
                return slice(of, Optional.of(keys.getFirst()), at);
            }
            if (!tokens.current().isOperator("]")) {
                tokens.expectOperator(",");
            }
        }
        tokens.expectOperator("]");
        if (keys.isEmpty()) {
            throw new Fault("a key is missing between '[' and ']'", at);
        }
        return new Expression.Item(of, keys.size() == 1 ? keys.getFirst() : new Expression.TupleLiteral(keys, at), at);
    }

    private Expression slice(Expression of, Optional<Expression> from, int at) {
        tokens.expectOperator(":");
        Optional<Expression> to = bound();
        Optional<Expression> step = tokens.skipOperator(":") ? bound() : Optional.empty();
        tokens.expectOperator("]");
        return new Expression.Slice(of, from, to, step, at);
    }

    private Optional<Expression> bound() {
        boolean isMissing = tokens.current().isOperator(":") || tokens.current().isOperator("]");
        return isMissing ? Optional.empty() : Optional.of(expressions.expression());
    }

    Expression.Invocation call(Expression function) {
        int at = tokens.current().at();
        return new Expression.Invocation(function, arguments(), at);
    }

    /// `(a, b, *c, d=e, **f)`.
    Expression.CallArguments arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        List<Expression.Named> named = new ArrayList<>();
        Optional<Expression> spread = Optional.empty();
        Optional<Expression> namedSpread = Optional.empty();
        while (!tokens.current().isOperator(")")) {
            int at = tokens.current().at();
            if (tokens.skipOperator("**")) {
                namedSpread = once(namedSpread, at);
            } else if (tokens.skipOperator("*")) {
                spread = once(spread, at);
            } else if (tokens.current().kind() == Token.Kind.NAME
                    && tokens.peek().isOperator("=")) {
                String name = tokens.next().text();
                tokens.next();
                named.add(new Expression.Named(name, expressions.expression()));
            } else if (!named.isEmpty() || spread.isPresent() || namedSpread.isPresent()) {
                throw new Fault("arguments without a name come first", at);
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.current().isOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        tokens.expectOperator(")");
        return new Expression.CallArguments(positional, named, spread, namedSpread);
    }

    private Optional<Expression> once(Optional<Expression> before, int at) {
        if (before.isPresent()) {
            throw new Fault("the stars may be used once", at);
        }
        return Optional.of(expressions.expression());
    }
}

package openproton.render.jinja.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.render.jinja.syntax.Expression.Operator;
import openproton.render.jinja.syntax.Expression.Relation;

/// Reads expressions from the weakest binding (`a if b else c`) to the strongest.
final class ExpressionParser {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "==", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL,
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);
    private static final Map<String, Operator> PRODUCTS =
            Map.of("*", Operator.MULTIPLY, "/", Operator.DIVIDE, "//", Operator.FLOOR_DIVIDE, "%", Operator.MODULO);
    private static final Map<String, Operator> POWERS = Map.of("**", Operator.POWER);

    private final TokenStream tokens;
    private final PrimaryParser primaries;
    private final Set<String> namesRead = new HashSet<>();

    ExpressionParser(TokenStream tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.primaries = new PrimaryParser(tokens, this, vocabulary);
    }

    PrimaryParser primaries() {
        return primaries;
    }

    /// Every name that has been read so far.
    Set<String> namesRead() {
        return namesRead;
    }

    /// One expression.
    Expression expression() {
        tokens.enter();
        int levels = 1;
        Expression value = or();
        while (tokens.current().isName("if")) {
            int at = tokens.next().at();
            tokens.enter();
            levels++;
            Expression condition = or();
            Optional<Expression> otherwise = tokens.skipName("else") ? Optional.of(expression()) : Optional.empty();
            value = new Expression.Conditional(condition, value, otherwise, at);
        }
        tokens.leave(levels);
        return value;
    }

    /// One expression in which `if` has another meaning.
    Expression withoutCondition() {
        tokens.enter();
        Expression value = or();
        tokens.leave(1);
        return value;
    }

    /// Expressions with commas between them are a tuple, even without parentheses.
    Expression tuple(boolean conditions) {
        int at = tokens.current().at();
        Expression first = conditions ? expression() : withoutCondition();
        if (!tokens.current().isOperator(",")) {
            return first;
        }
        var items = new ArrayList<Expression>();
        items.add(first);
        while (tokens.skipOperator(",") && !isTupleEnd()) {
            items.add(conditions ? expression() : withoutCondition());
        }
        return new Expression.TupleLiteral(items, at);
    }

    private boolean isTupleEnd() {
        return switch (tokens.current().kind()) {
            case PRINT_END, BLOCK_END -> true;
            case OPERATOR -> tokens.current().text().equals(")");
            case NAME ->
                tokens.current().text().equals("recursive")
                        || tokens.current().text().equals("if");
            case DATA, PRINT_BEGIN, BLOCK_BEGIN, STRING, INTEGER, REAL, END -> false;
        };
    }

    private Expression or() {
        Expression left = and();
        int levels = 0;
        while (tokens.current().isName("or")) {
            int at = tokens.next().at();
            tokens.enter();
            levels++;
            left = new Expression.Or(left, and(), at);
        }
        tokens.leave(levels);
        return left;
    }

    private Expression and() {
        Expression left = not();
        int levels = 0;
        while (tokens.current().isName("and")) {
            int at = tokens.next().at();
            tokens.enter();
            levels++;
            left = new Expression.And(left, not(), at);
        }
        tokens.leave(levels);
        return left;
    }

    private Expression not() {
        if (!tokens.current().isName("not")) {
            return compare();
        }
        int at = tokens.next().at();
        tokens.enter();
        var negated = new Expression.Not(not(), at);
        tokens.leave(1);
        return negated;
    }

    private Expression compare() {
        Expression first = sum();
        int at = tokens.current().at();
        var links = new ArrayList<Expression.Link>();
        for (var relation = relation(); relation.isPresent(); relation = relation()) {
            links.add(new Expression.Link(relation.get(), sum()));
        }
        return links.isEmpty() ? first : new Expression.Compare(first, links, at);
    }

    private Optional<Relation> relation() {
        if (tokens.current().kind() == Token.Kind.OPERATOR
                && RELATIONS.containsKey(tokens.current().text())) {
            return Optional.ofNullable(RELATIONS.get(tokens.next().text()));
        }
        if (tokens.skipName("in")) {
            return Optional.of(Relation.IN);
        }
        if (tokens.current().isName("not") && tokens.peek().isName("in")) {
            tokens.next();
            tokens.next();
            return Optional.of(Relation.NOT_IN);
        }
        return Optional.empty();
    }

    private Expression sum() {
        return leftToRight(SUMS, this::concat);
    }

    private Expression concat() {
        Expression first = product();
        if (!tokens.current().isOperator("~")) {
            return first;
        }
        int at = tokens.current().at();
        var parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Expression.Concat(parts, at);
    }

    private Expression product() {
        return leftToRight(PRODUCTS, this::power);
    }

    private Expression power() {
        return leftToRight(POWERS, () -> primaries.unary(true));
    }

    private Expression leftToRight(Map<String, Operator> operators, java.util.function.Supplier<Expression> operand) {
        Expression left = operand.get();
        int levels = 0;
        while (tokens.current().kind() == Token.Kind.OPERATOR) {
            Operator operator = operators.get(tokens.current().text());
            if (operator == null) {
                break;
            }
            int at = tokens.next().at();
            tokens.enter();
            levels++;
            left = new Expression.Binary(operator, left, operand.get(), at);
        }
        tokens.leave(levels);
        return left;
    }
}

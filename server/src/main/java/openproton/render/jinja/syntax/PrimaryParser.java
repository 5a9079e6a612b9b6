package openproton.render.jinja.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import openproton.render.NearMiss;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Value;

/// Reads what binds strongest: literals, names, and what is attached to them (`.a`, `[b]`, `(c)`, `| d`, `is e`).
final class PrimaryParser {
    private static final int DIGITS_MAX = 4_000;

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Vocabulary vocabulary;
    private final PostfixParser postfixes;

    PrimaryParser(TokenStream tokens, ExpressionParser expressions, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.vocabulary = vocabulary;
        this.postfixes = new PostfixParser(tokens, expressions);
    }

    PostfixParser postfixes() {
        return postfixes;
    }

    /// An operand with its sign; filters bind weaker than the sign: `-1 | abs` is 1.
    Expression unary(boolean withFilters) {
        tokens.enter();
        Expression value = signed();
        Expression whole = withFilters ? filtered(value) : value;
        tokens.leave(1);
        return whole;
    }

    private Expression signed() {
        int at = tokens.current().at();
        if (tokens.skipOperator("-")) {
            return new Expression.Unary(Expression.Operator.SUBTRACT, unary(false), at);
        }
        if (tokens.skipOperator("+")) {
            return new Expression.Unary(Expression.Operator.ADD, unary(false), at);
        }
        return postfixes.attached(primary());
    }

    private Expression filtered(Expression start) {
        Expression value = start;
        int levels = 0;
        while (true) {
            if (tokens.current().isOperator("|")) {
                tokens.next();
                value = filter(value);
            } else if (tokens.current().isName("is")) {
                value = test(value);
            } else if (tokens.current().isOperator("(")) {
                value = postfixes.call(value);
            } else {
                tokens.leave(levels);
                return value;
            }
            tokens.enter();
            levels++;
        }
    }

    /// A chain of filters, the first without its `|`.
    Expression filters(Expression subject) {
        Expression value = filter(subject);
        int levels = 0;
        while (tokens.skipOperator("|")) {
            tokens.enter();
            levels++;
            value = filter(value);
        }
        tokens.leave(levels);
        return value;
    }

    private Expression filter(Expression subject) {
        Token name = tokens.expectName();
        known("filter", name, vocabulary.filters());
        var arguments = tokens.current().isOperator("(") ? postfixes.arguments() : Expression.CallArguments.NONE;
        return new Expression.Filtering(subject, name.text(), arguments, name.at());
    }

    private Expression test(Expression subject) {
        tokens.expectName("is");
        boolean negated = tokens.skipName("not");
        Token name = tokens.current().isName("in") ? tokens.next() : tokens.expectName();
        known("test", name, vocabulary.tests());
        var test = new Expression.Test(subject, name.text(), testArguments(), name.at());
        return negated ? new Expression.Not(test, name.at()) : test;
    }

    private Expression.CallArguments testArguments() {
        if (tokens.current().isOperator("(")) {
            return postfixes.arguments();
        }
        if (tokens.current().isName("is")) {
            throw new Fault(
                    "only one test may follow a value; put parentheses around the first",
                    tokens.current().at());
        }
        if (!startsArgument(tokens.current())) {
            return Expression.CallArguments.NONE;
        }
        Expression argument = postfixes.attached(primary());
        return new Expression.CallArguments(
                java.util.List.of(argument), java.util.List.of(), Optional.empty(), Optional.empty());
    }

    private static boolean startsArgument(Token token) {
        return switch (token.kind()) {
            case STRING, INTEGER, REAL -> true;
            case NAME -> !TokenStream.RESERVED.contains(token.text());
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            case DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> false;
        };
    }

    private static void known(String kind, Token name, Set<String> names) {
        if (!names.contains(name.text())) {
            throw new Fault(
                    "there is no %s '%s'%s".formatted(kind, name.text(), NearMiss.hint(name.text(), names)), name.at());
        }
    }

    private Expression primary() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> name();
            case STRING -> string();
            case INTEGER -> new Expression.Constant(integer(tokens.next()), token.at());
            case REAL ->
                new Expression.Constant(
                        new Value.Real(Double.parseDouble(tokens.next().text().replace("_", ""))), token.at());
            case OPERATOR -> bracketed();
            case DATA, PRINT_BEGIN, PRINT_END, BLOCK_BEGIN, BLOCK_END, END -> throw tokens.unexpected("an expression");
        };
    }

    private Expression name() {
        Token token = tokens.expectName();
        return switch (token.text()) {
            case "true", "True" -> new Expression.Constant(Value.truth(true), token.at());
            case "false", "False" -> new Expression.Constant(Value.truth(false), token.at());
            case "none", "None" -> new Expression.Constant(Value.None.NONE, token.at());
            default -> {
                expressions.namesRead().add(token.text());
                yield new Expression.Name(token.text(), token.at());
            }
        };
    }

    private Expression string() {
        int at = tokens.current().at();
        var text = new StringBuilder();
        while (tokens.current().kind() == Token.Kind.STRING) {
            text.append(tokens.next().text());
        }
        return new Expression.Constant(Value.text(text.toString()), at);
    }

    private static Value integer(Token token) {
        String digits = token.text().replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.length() > DIGITS_MAX) {
            throw new Fault("the number has more than %,d digits".formatted(DIGITS_MAX), token.at());
        }
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        return new Value.Int(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
    }

    private Expression bracketed() {
        return switch (tokens.current().text()) {
            case "(" -> parenthesised();
            case "[" -> list();
            case "{" -> map();
            default -> throw tokens.unexpected("an expression");
        };
    }

    private Expression parenthesised() {
        int at = tokens.next().at();
        if (tokens.skipOperator(")")) {
            return new Expression.TupleLiteral(java.util.List.of(), at);
        }
        Expression inner = expressions.tuple(true);
        tokens.expectOperator(")");
        return inner;
    }

    private Expression list() {
        int at = tokens.next().at();
        var items = new ArrayList<Expression>();
        while (!tokens.current().isOperator("]")) {
            items.add(expressions.expression());
            comma("]");
        }
        tokens.expectOperator("]");
        return new Expression.ListLiteral(items, at);
    }

    private Expression map() {
        int at = tokens.next().at();
        var pairs = new ArrayList<Expression.Pair>();
        while (!tokens.current().isOperator("}")) {
            Expression key = expressions.expression();
            tokens.expectOperator(":");
            pairs.add(new Expression.Pair(key, expressions.expression()));
            comma("}");
        }
        tokens.expectOperator("}");
        return new Expression.MapLiteral(pairs, at);
    }

    private void comma(String close) {
        if (!tokens.current().isOperator(close)) {
            tokens.expectOperator(",");
        }
    }
}

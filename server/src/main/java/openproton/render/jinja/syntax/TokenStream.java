package openproton.render.jinja.syntax;

import java.util.List;
import java.util.Set;
import openproton.render.jinja.value.Fault;

/// The tokens of a template, read one by one; counts how deep the parser has gone into it.
final class TokenStream {
    private static final int DEPTH_MAX = 100;
    private static final String DYNAMIC_REFERENCE = "{{resolve:";

    /// Words that cannot be names.
    static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "is", "if", "else");

    private final String source;
    private final List<Token> tokens;
    private int index;
    private int depth;

    TokenStream(String source) {
        this.source = source;
        this.tokens = tokens(source);
    }

    private static List<Token> tokens(String source) {
        try {
            return Lexer.tokens(source);
        } catch (Fault e) {
            throw withHint(source, e, source.lastIndexOf("{{", Math.max(0, e.at())));
        }
    }

    Token current() {
        return tokens.get(index);
    }

    Token peek() {
        return tokens.get(Math.min(index + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = current();
        index = Math.min(index + 1, tokens.size() - 1);
        return token;
    }

    boolean skipName(String name) {
        return skip(current().isName(name));
    }

    boolean skipOperator(String operator) {
        return skip(current().isOperator(operator));
    }

    private boolean skip(boolean present) {
        if (present) {
            next();
        }
        return present;
    }

    Token expectOperator(String operator) {
        return expect(current().isOperator(operator), "'" + operator + "'");
    }

    Token expectName(String name) {
        return expect(current().isName(name), "'" + name + "'");
    }

    Token expectName() {
        return expect(
                current().kind() == Token.Kind.NAME
                        && !RESERVED.contains(current().text()),
                "a name");
    }

    Token expectBlockEnd() {
        return expect(current().kind() == Token.Kind.BLOCK_END, "'%}'");
    }

    Token expectPrintEnd() {
        return expect(current().kind() == Token.Kind.PRINT_END, "'}}'");
    }

    private Token expect(boolean present, String what) {
        if (!present) {
            throw unexpected(what);
        }
        return next();
    }

    /// The error for the current token.
    Fault unexpected(String wanted) {
        var fault = new Fault(
                "%s is expected here, not %s".formatted(wanted, current().described()),
                current().at());
        int open = index;
        while (open > 0 && tokens.get(open).kind() != Token.Kind.PRINT_BEGIN) {
            open--;
        }
        return withHint(source, fault, tokens.get(open).at());
    }

    private static Fault withHint(String source, Fault fault, int open) {
        if (open < 0 || !source.startsWith(DYNAMIC_REFERENCE, open)) {
            return fault;
        }
        return new Fault(
                "%s; a CloudFormation dynamic reference must be escaped: write {{ '{{resolve:...}}' }} or put it between {%% raw %%} and {%% endraw %%}"
                        .formatted(fault.getMessage()),
                fault.at());
    }

    /// One more level of nesting; [#leave] ends it.
    void enter() {
        if (++depth > DEPTH_MAX) {
            throw new Fault(
                    "the template is nested more than %d deep".formatted(DEPTH_MAX),
                    current().at());
        }
    }

    void leave(int levels) {
        depth -= levels;
    }
}

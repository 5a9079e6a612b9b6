package openproton.render.jinja.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Letters;

/// Cuts the inside of one tag into names, numbers, strings and operators.
final class TagLexer {
    private static final String DIGITS = "(?:\\d+_)*\\d+";
    private static final Pattern REAL =
            Pattern.compile("(?<!\\.)%s(?:(?:\\.%s)?[eE][+-]?%s|\\.%s)".replace("%s", DIGITS));
    private static final Pattern INTEGER =
            Pattern.compile("0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?\\d)*|0(?:_?0)*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*");
    private static final Pattern OPERATOR = Pattern.compile("\\*\\*|//|==|!=|<=|>=|[-+/*%~\\[\\](){}<>=.:|,;]");

    private static final List<Form> FORMS = List.of(
            new Form(Token.Kind.REAL, REAL),
            new Form(Token.Kind.INTEGER, INTEGER),
            new Form(Token.Kind.NAME, NAME),
            new Form(Token.Kind.OPERATOR, OPERATOR));

    private record Form(Token.Kind kind, Pattern pattern) {}

    private final String source;
    private final int open;
    private final Deque<Token> brackets = new ArrayDeque<>();

    /// @param open where the tag begins, for messages
    TagLexer(String source, int open) {
        this.source = source;
        this.open = open;
    }

    /// Whether every bracket is closed, so that the tag may end.
    boolean isBalanced() {
        return brackets.isEmpty();
    }

    int skipSpace(int from) {
        int at = from;
        while (at < source.length() && Letters.isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The token that begins here.
    Token next(int at) {
        if (at >= source.length()) {
            throw new Fault(
                    "the tag is not closed: '%s' is missing".formatted(source.startsWith("{{", open) ? "}}" : "%}"),
                    open);
        }
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            return string(at, first);
        }
        for (Form form : FORMS) {
            Matcher matcher =
                    form.pattern().matcher(source).useTransparentBounds(true).region(at, source.length());
            if (matcher.lookingAt()) {
                var token = new Token(form.kind(), matcher.group(), at, matcher.end());
                balance(token);
                return token;
            }
        }
        throw new Fault("'%s' is not expected here".formatted(Character.toString(source.codePointAt(at))), at);
    }

    private Token string(int at, char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new Fault("the string is not closed: %s is missing".formatted(quote), at);
        }
        return new Token(Token.Kind.STRING, StringLiteral.content(source.substring(at + 1, end), at), at, end + 1);
    }

    private void balance(Token token) {
        if (token.kind() != Token.Kind.OPERATOR) {
            return;
        }
        switch (token.text()) {
            case "(", "[", "{" -> brackets.push(token);
            case ")", "]", "}" -> close(token);
            default -> {}
        }
    }

    private void close(Token closing) {
        if (brackets.isEmpty()) {
            throw new Fault("'%s' closes nothing".formatted(closing.text()), closing.at());
        }
        String opening = brackets.pop().text();
        String expected = opening.equals("(") ? ")" : opening.equals("[") ? "]" : "}";
        if (!expected.equals(closing.text())) {
            throw new Fault("'%s' is expected instead of '%s'".formatted(expected, closing.text()), closing.at());
        }
    }
}

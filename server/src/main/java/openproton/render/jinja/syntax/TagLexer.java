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
    private static final int ASCII_END = 0x80;

    private static final List<String> LONG_OPERATORS = List.of("**", "//", "==", "!=", "<=", ">=");
    private static final String SHORT_OPERATORS = "-+/*%~[](){}<>=.:|,;";
    private static final List<String> SPELLED_OPERATORS =
            SHORT_OPERATORS.chars().mapToObj(Character::toString).toList();

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
        if (isAsciiDigit(first)) {
            return number(at);
        }
        if (isAsciiLetter(first) || first >= ASCII_END) {
            return name(at);
        }
        return operator(at);
    }

    private Token number(int at) {
        Matcher real = matcher(REAL, at);
        if (real.lookingAt()) {
            return new Token(Token.Kind.REAL, real.group(), at, real.end());
        }
        Matcher integer = matcher(INTEGER, at);
        if (integer.lookingAt()) {
            return new Token(Token.Kind.INTEGER, integer.group(), at, integer.end());
        }
        throw unexpected(at);
    }

    private Token name(int at) {
        int end = at;
        while (end < source.length() && isAsciiNamePart(source.charAt(end))) {
            end++;
        }
        if (end < source.length() && source.charAt(end) >= ASCII_END) {
            Matcher name = matcher(NAME, at);
            if (!name.lookingAt()) {
                throw unexpected(at);
            }
            end = name.end();
        }
        return new Token(Token.Kind.NAME, source.substring(at, end), at, end);
    }

    private Token operator(int at) {
        String operator = spelled(at);
        var token = new Token(Token.Kind.OPERATOR, operator, at, at + operator.length());
        balance(token);
        return token;
    }

    private String spelled(int at) {
        for (String operator : LONG_OPERATORS) {
            if (source.startsWith(operator, at)) {
                return operator;
            }
        }
        int place = SHORT_OPERATORS.indexOf(source.charAt(at));
        if (place < 0) {
            throw unexpected(at);
        }
        return SPELLED_OPERATORS.get(place);
    }

    private Fault unexpected(int at) {
        return new Fault("'%s' is not expected here".formatted(Character.toString(source.codePointAt(at))), at);
    }

    private Matcher matcher(Pattern pattern, int at) {
        return pattern.matcher(source).useTransparentBounds(true).region(at, source.length());
    }

    private static boolean isAsciiDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isAsciiLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
    }

    private static boolean isAsciiNamePart(char letter) {
        return isAsciiLetter(letter) || isAsciiDigit(letter);
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

    int skipSpace(int from) {
        int at = from;
        while (at < source.length() && Letters.isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }
}

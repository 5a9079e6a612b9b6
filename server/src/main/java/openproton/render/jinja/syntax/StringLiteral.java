package openproton.render.jinja.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Fault;

/// Reads the escapes of a string in Python's way.
final class StringLiteral {
    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:(?<simple>[\\\\'\"abfnrtv\n])|(?<octal>[0-7]{1,3})|x(?<byte>[0-9a-fA-F]{2})"
                    + "|u(?<short>[0-9a-fA-F]{4})|U(?<long>[0-9a-fA-F]{8})|N\\{(?<name>[^}]*)})");

    private StringLiteral() {}

    /// What the string says; an escape that Python does not know stays as it is.
    ///
    /// @param at where the string begins, for messages
    static String content(String spelled, int at) {
        if (spelled.indexOf('\\') < 0) {
            return spelled;
        }
        return ESCAPE.matcher(spelled).replaceAll(match -> Matcher.quoteReplacement(character((Matcher) match, at)));
    }

    private static String character(Matcher escape, int at) {
        if (escape.group("simple") != null) {
            return simple(escape.group("simple").charAt(0));
        }
        if (escape.group("octal") != null) {
            return Character.toString(Integer.parseInt(escape.group("octal"), OCTAL));
        }
        if (escape.group("name") != null) {
            return named(escape.group("name"), at);
        }
        String digits = escape.group().substring(2);
        long point = Long.parseLong(digits, HEXADECIMAL);
        if (point > Character.MAX_CODE_POINT) {
            throw new Fault("'%s' is not a character".formatted(escape.group()), at);
        }
        return Character.toString((int) point);
    }

    private static String simple(char letter) {
        return switch (letter) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            case '\n' -> "";
            default -> String.valueOf(letter);
        };
    }

    private static String named(String name, int at) {
        try {
            return Character.toString(Character.codePointOf(name));
        } catch (IllegalArgumentException e) {
            throw new Fault("'%s' is not the name of a character".formatted(name), at);
        }
    }
}

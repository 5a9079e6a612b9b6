package openproton.auth.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A pattern of a policy: `*` stands for any text, `?` for one character, `${key}` for a value of the request.
record Glob(List<Piece> pieces) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final int ANY_TEXT = -1;
    private static final int ANY_ONE = -2;

    /// A part of a pattern.
    sealed interface Piece {
        /// Code points, or one of the two wildcards.
        record Fixed(List<Integer> tokens) implements Piece {}

        /// The value of a condition key, taken as it is.
        record Variable(String key) implements Piece {}
    }

    /// A pattern with wildcards.
    static Glob of(String pattern) {
        return read(pattern, true);
    }

    /// A pattern in which `*` and `?` are only characters.
    static Glob exact(String pattern) {
        return read(pattern, false);
    }

    private static Glob read(String pattern, boolean wildcards) {
        var pieces = new ArrayList<Piece>();
        Matcher variable = VARIABLE.matcher(pattern);
        int at = 0;
        while (variable.find()) {
            pieces.add(fixed(pattern.substring(at, variable.start()), wildcards));
            pieces.add(variable(variable.group(1)));
            at = variable.end();
        }
        pieces.add(fixed(pattern.substring(at), wildcards));
        return new Glob(pieces);
    }

    private static Piece fixed(String text, boolean wildcards) {
        return new Piece.Fixed(text.codePoints()
                .map(one -> wildcards ? token(one) : one)
                .boxed()
                .toList());
    }

    private static int token(int codePoint) {
        return switch (codePoint) {
            case '*' -> ANY_TEXT;
            case '?' -> ANY_ONE;
            default -> codePoint;
        };
    }

    /// `${*}`, `${?}` and `${$}` stand for the characters themselves.
    private static Piece variable(String key) {
        return key.equals("*") || key.equals("?") || key.equals("$") ? fixed(key, false) : new Piece.Variable(key);
    }

    /// Whether a text matches; no text does when a variable has not exactly one value.
    boolean matches(String text, AccessRequest request) {
        return tokens(request)
                .filter(tokens -> matches(tokens, text.codePoints().toArray()))
                .isPresent();
    }

    private Optional<int[]> tokens(AccessRequest request) {
        var tokens = IntStream.builder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(var fixed) -> fixed.forEach(tokens::add);
                case Piece.Variable(var key) -> {
                    List<String> values = request.valuesOf(key);
                    if (values.size() != 1) {
                        return Optional.empty();
                    }
                    values.getFirst().codePoints().forEach(tokens::add);
                }
            }
        }
        return Optional.of(tokens.build().toArray());
    }

    /// Steps through both; after a mismatch the last `*` takes one character more.
    private static boolean matches(int[] pattern, int[] text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length) {
            if (at < pattern.length && pattern[at] == ANY_TEXT) {
                star = at++;
                resume = i;
            } else if (at < pattern.length && (pattern[at] == ANY_ONE || pattern[at] == text[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == ANY_TEXT) {
            at++;
        }
        return at == pattern.length;
    }
}

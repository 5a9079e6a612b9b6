package openproton.render.jinja.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Letters;

/// Cuts a template into text and tags, and removes the white space that `-` asks for.
final class Lexer {
    private static final Pattern RAW_OPENING = Pattern.compile("(?U)\\{%[-+]?\\s*raw\\s*(-%}\\s*|%})");
    private static final Pattern RAW_CLOSING = Pattern.compile("(?U)\\{%([-+]?)\\s*endraw\\s*(?:\\+%}|-%}\\s*|%})");
    private static final Pattern COMMENT_CLOSING = Pattern.compile("(?U)\\+#}|-#}\\s*|#}");
    private static final Closing BLOCK_CLOSING = new Closing("+-", "%}");
    private static final Closing PRINT_CLOSING = new Closing("-", "}}");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /// The tokens, [Token.Kind#END] last.
    ///
    /// @param source with line ends `\n` only
    static List<Token> tokens(String source) {
        var lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            int open = opening(at);
            if (open < 0) {
                addData(at, source.length(), false);
                at = source.length();
            } else {
                tag(open, source.charAt(open + 1));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", at, at));
    }

    /// Where the next tag begins, or a negative number.
    private int opening(int from) {
        int open = source.indexOf('{', from);
        while (open >= 0 && (open + 1 == source.length() || "{%#".indexOf(source.charAt(open + 1)) < 0)) {
            open = source.indexOf('{', open + 1);
        }
        return open;
    }

    private void tag(int open, char kind) {
        boolean trim = source.startsWith("-", open + 2);
        addData(at, open, trim);
        at = open + 2 + (trim || source.startsWith("+", open + 2) ? 1 : 0);
        switch (kind) {
            case '#' -> comment(open);
            case '{' -> inside(open, Token.Kind.PRINT_BEGIN, Token.Kind.PRINT_END, PRINT_CLOSING);
            default -> {
                Matcher raw = at(RAW_OPENING, open);
                if (raw.lookingAt()) {
                    raw(open, raw.end());
                } else {
                    inside(open, Token.Kind.BLOCK_BEGIN, Token.Kind.BLOCK_END, BLOCK_CLOSING);
                }
            }
        }
    }

    private void comment(int open) {
        Matcher closing = COMMENT_CLOSING.matcher(source);
        if (!closing.find(at)) {
            throw new Fault("the comment is not closed: '#}' is missing", open);
        }
        at = closing.end();
    }

    private void raw(int open, int start) {
        Matcher closing = RAW_CLOSING.matcher(source);
        if (!closing.find(start)) {
            throw new Fault("the raw block is not closed: '{% endraw %}' is missing", open);
        }
        addData(start, closing.start(), closing.group(1).equals("-"));
        at = closing.end();
    }

    private void inside(int open, Token.Kind begin, Token.Kind end, Closing closing) {
        tokens.add(new Token(begin, "", open, at));
        var tags = new TagLexer(source, open);
        while (true) {
            at = tags.skipSpace(at);
            int behind = tags.isBalanced() ? closing.behind(source, at) : -1;
            if (behind >= 0) {
                int next = source.charAt(at) == '-' ? tags.skipSpace(behind) : behind;
                tokens.add(new Token(end, "", at, next));
                at = next;
                return;
            }
            Token token = tags.next(at);
            tokens.add(token);
            at = token.end();
        }
    }

    /// How a tag may end.
    ///
    /// @param signs what may stand before it: `-` removes the white space behind the tag
    private record Closing(String signs, String brackets) {

        /// The offset behind it, or a negative number when it is not here.
        int behind(String source, int at) {
            boolean signed = at < source.length() && signs.indexOf(source.charAt(at)) >= 0;
            int start = signed ? at + 1 : at;
            return source.startsWith(brackets, start) ? start + brackets.length() : -1;
        }
    }

    private void addData(int from, int to, boolean trimEnd) {
        int end = to;
        while (trimEnd && end > from && Letters.isSpace(source.charAt(end - 1))) {
            end--;
        }
        if (end > from) {
            tokens.add(new Token(Token.Kind.DATA, source.substring(from, end), from, end));
        }
    }

    private Matcher at(Pattern pattern, int place) {
        return pattern.matcher(source).region(place, source.length());
    }
}

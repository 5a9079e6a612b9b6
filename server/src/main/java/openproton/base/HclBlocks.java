package openproton.base;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the blocks of a Terraform file, such as `variable "port" { … }`, without interpreting their content.
public final class HclBlocks {
    private static final Pattern HEAD = Pattern.compile("\\s*([\\w-]+)((?:\\s+(?:\"[^\"]*\"|[\\w-]+))*)\\s*");
    private static final Pattern LABEL = Pattern.compile("\"([^\"]*)\"|([\\w-]+)");
    private static final Pattern HEREDOC = Pattern.compile("<<-?([\\w-]+)\\R");

    private final String text;
    private int at;

    private HclBlocks(String text) {
        this.text = text;
    }

    /// One block.
    ///
    /// @param type its first word, such as `variable`
    /// @param labels the words between type and brace, without quotes
    /// @param start where its first word begins
    /// @param end behind its closing brace
    /// @param body the text between its braces
    public record Block(String type, List<String> labels, int start, int end, String body) {

        /// The blocks in it, with places counted in its body.
        public List<Block> inner() {
            return of(body);
        }

        /// Whether it has this type, and this first label.
        public boolean is(String wanted, String label) {
            return type.equals(wanted) && !labels.isEmpty() && labels.getFirst().equals(label);
        }
    }

    /// The outermost blocks of a text; other text is skipped.
    public static List<Block> of(String text) {
        return new HclBlocks(text).read();
    }

    private List<Block> read() {
        var blocks = new ArrayList<Block>();
        int head = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            boolean comment = isComment();
            if (skipHidden()) {
                head = comment ? at : head;
            } else if (letter == '{' || letter == '(' || letter == '[') {
                int open = at;
                skipBrackets();
                if (letter == '{' && block(head, open, blocks)) {
                    head = at;
                }
            } else {
                at++;
                head = letter == '\n' ? at : head;
            }
        }
        return blocks;
    }

    private boolean block(int head, int open, List<Block> blocks) {
        Matcher words = HEAD.matcher(text).region(head, open);
        if (!words.matches()) {
            return false;
        }
        var labels = LABEL.matcher(words.group(2))
                .results()
                .map(label -> label.group(1) == null ? label.group(2) : label.group(1))
                .toList();
        String body = text.substring(open + 1, Math.max(open + 1, at - 1));
        blocks.add(new Block(words.group(1), labels, words.start(1), at, body));
        return true;
    }

    private boolean isComment() {
        return text.startsWith("#", at) || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /// Goes behind a comment, a quoted text or a heredoc that begins here; false when none does.
    private boolean skipHidden() {
        if (text.startsWith("/*", at)) {
            skipTo(text.indexOf("*/", at + 2), 2);
        } else if (isComment()) {
            skipTo(text.indexOf('\n', at), 0);
        } else if (text.charAt(at) == '"') {
            skipQuoted();
        } else {
            Matcher heredoc = HEREDOC.matcher(text).region(at, text.length());
            if (!heredoc.lookingAt()) {
                return false;
            }
            skipHeredoc(heredoc.group(1), heredoc.end());
        }
        return true;
    }

    private void skipTo(int place, int length) {
        at = place < 0 ? text.length() : place + length;
    }

    private void skipQuoted() {
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            boolean escaped = text.charAt(at) == '\\' || text.startsWith("$${", at) || text.startsWith("%%{", at);
            if (escaped) {
                at += 2;
            } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
                at++;
                skipBrackets();
            } else {
                at++;
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipHeredoc(String mark, int from) {
        Matcher end = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(mark) + "[ \\t]*$")
                .matcher(text)
                .region(from, text.length());
        at = end.find() ? end.end() : text.length();
    }

    /// Goes behind the bracket that closes the one here.
    private void skipBrackets() {
        int depth = 0;
        do {
            if (!skipHidden()) {
                char letter = text.charAt(at++);
                depth += "{([".indexOf(letter) >= 0 ? 1 : 0;
                depth -= "})]".indexOf(letter) >= 0 ? 1 : 0;
            }
        } while (depth > 0 && at < text.length());
    }
}

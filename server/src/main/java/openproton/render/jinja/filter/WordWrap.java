package openproton.render.jinja.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Letters;

/// Fills lines with words up to a width, as Python's `textwrap` does.
record WordWrap(int width, boolean breakLong, boolean breakOnHyphens) {
    private static final String SPACE = "[\\t\\n\\x0b\\f\\r ]";
    private static final String LETTER = "[\\w&&\\D]";
    private static final String BEFORE_DASH = "(?<=[\\w!\"'&.,?])";
    private static final Pattern WORD = Pattern.compile("[^\\t\\n\\x0b\\f\\r ]+|" + SPACE + "+");
    private static final Pattern PART = Pattern.compile(
            SPACE + "+"
                    + "|" + BEFORE_DASH + "-{2,}(?=\\w)"
                    + "|[^\\t\\n\\x0b\\f\\r ]+?(?:"
                    + "-(?:(?<=" + LETTER + "{2}-)|(?<=" + LETTER + "-" + LETTER + "-))(?=" + LETTER + "-?" + LETTER
                    + ")"
                    + "|(?=" + SPACE + "|\\z)"
                    + "|" + BEFORE_DASH + "(?=-{2,}\\w))",
            Pattern.UNICODE_CHARACTER_CLASS);

    /// The lines that one line becomes; none when it is blank.
    List<String> lines(String line) {
        Deque<String> pieces = pieces(line);
        var lines = new ArrayList<String>();
        while (!pieces.isEmpty()) {
            if (isSpace(pieces.getFirst()) && !lines.isEmpty()) {
                pieces.removeFirst();
            }
            List<String> filled = fill(pieces);
            if (!filled.isEmpty() && isSpace(filled.getLast())) {
                filled.removeLast();
            }
            if (!filled.isEmpty()) {
                lines.add(String.join("", filled));
            }
        }
        return lines;
    }

    private List<String> fill(Deque<String> pieces) {
        var filled = new ArrayList<String>();
        int length = 0;
        while (!pieces.isEmpty() && length + length(pieces.getFirst()) <= width) {
            length += length(pieces.getFirst());
            filled.add(pieces.removeFirst());
        }
        if (!pieces.isEmpty() && length(pieces.getFirst()) > width) {
            breakWord(pieces, filled, width - length);
        }
        return filled;
    }

    /// @param room how many characters the line still takes
    private void breakWord(Deque<String> pieces, List<String> filled, int room) {
        if (breakLong) {
            String word = pieces.removeFirst();
            int end = end(word, word.offsetByCodePoints(0, room));
            filled.add(word.substring(0, end));
            pieces.addFirst(word.substring(end));
        } else if (filled.isEmpty()) {
            filled.add(pieces.removeFirst());
        }
    }

    /// Behind the last hyphen that fits, unless nothing but hyphens stands before it.
    private int end(String word, int room) {
        int hyphen = breakOnHyphens ? word.lastIndexOf('-', room - 1) : -1;
        boolean breaks = hyphen > 0 && word.substring(0, hyphen).chars().anyMatch(letter -> letter != '-');
        return breaks ? hyphen + 1 : room;
    }

    private Deque<String> pieces(String line) {
        var pieces = new ArrayDeque<String>();
        var part = (breakOnHyphens ? PART : WORD).matcher(line);
        while (part.find()) {
            pieces.add(part.group());
        }
        return pieces;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isSpace(String text) {
        return text.codePoints().allMatch(Letters::isSpace);
    }
}

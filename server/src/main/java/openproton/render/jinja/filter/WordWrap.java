package openproton.render.jinja.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// Fills lines with words up to a width.
record WordWrap(int width, boolean breakLong, boolean breakOnHyphens) {
    private static final Pattern PIECE = Pattern.compile("\\s+|\\S+");
    private static final Pattern BEHIND_HYPHEN = Pattern.compile("(?<=[\\p{L}\\d]-)(?=\\p{L})");

    /// The lines that one line becomes; none when it is blank.
    List<String> lines(String line) {
        Deque<String> pieces = pieces(line);
        var lines = new ArrayList<String>();
        while (!pieces.isEmpty()) {
            if (pieces.getFirst().isBlank() && !lines.isEmpty()) {
                pieces.removeFirst();
                continue;
            }
            String filled = fill(pieces);
            if (!filled.isBlank()) {
                lines.add(filled.stripTrailing());
            }
        }
        return lines;
    }

    private String fill(Deque<String> pieces) {
        var filled = new StringBuilder();
        while (!pieces.isEmpty() && filled.length() + pieces.getFirst().length() <= width) {
            filled.append(pieces.removeFirst());
        }
        if (!pieces.isEmpty() && pieces.getFirst().length() > width) {
            breakWord(pieces, filled);
        }
        return filled.toString();
    }

    private void breakWord(Deque<String> pieces, StringBuilder filled) {
        String word = pieces.getFirst();
        if (breakLong) {
            int room = Math.max(1, width - filled.length());
            pieces.removeFirst();
            filled.append(word, 0, room);
            pieces.addFirst(word.substring(room));
        } else if (filled.isEmpty()) {
            filled.append(pieces.removeFirst());
        }
    }

    private Deque<String> pieces(String line) {
        var pieces = new ArrayDeque<String>();
        PIECE.matcher(line).results().map(java.util.regex.MatchResult::group).forEach(piece -> {
            if (breakOnHyphens) {
                pieces.addAll(List.of(BEHIND_HYPHEN.split(piece)));
            } else {
                pieces.add(piece);
            }
        });
        return pieces;
    }
}

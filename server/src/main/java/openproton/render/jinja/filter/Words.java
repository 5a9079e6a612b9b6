package openproton.render.jinja.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openproton.render.jinja.value.Letters;

/// Cuts a text where Python sees white space.
final class Words {
    private Words() {}

    /// The words with one space between them.
    static String spaced(String text) {
        var words = withSpaceBehind(text).stream().map(Words::bare).filter(word -> !word.isEmpty());
        return words.collect(Collectors.joining(" "));
    }

    /// Without the white space behind it.
    private static String bare(String piece) {
        int end = 0;
        while (end < piece.length() && !Letters.isSpace(piece.charAt(end))) {
            end++;
        }
        return piece.substring(0, end);
    }

    /// Each word together with the white space that follows it; the first may be white space only.
    static List<String> withSpaceBehind(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int at = 1; at <= text.length(); at++) {
            boolean begins =
                    at == text.length() || (Letters.isSpace(text.charAt(at - 1)) && !Letters.isSpace(text.charAt(at)));
            if (begins) {
                pieces.add(text.substring(from, at));
                from = at;
            }
        }
        return pieces;
    }
}

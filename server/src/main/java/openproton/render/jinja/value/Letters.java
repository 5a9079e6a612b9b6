package openproton.render.jinja.value;

import java.util.Locale;

/// Upper and lower case, and white space, as Python has them.
public final class Letters {
    private static final int NEXT_LINE = 0x85;

    private Letters() {}

    /// The first character upper, the others lower.
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int second = text.offsetByCodePoints(0, 1);
        return text.substring(0, second).toUpperCase(Locale.ROOT)
                + text.substring(second).toLowerCase(Locale.ROOT);
    }

    public static String swapCase(String text) {
        var swapped = new StringBuilder();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            swapped.append(
                    Character.isUpperCase(point) ? letter.toLowerCase(Locale.ROOT) : letter.toUpperCase(Locale.ROOT));
        });
        return swapped.toString();
    }

    /// Every letter upper that follows something else than a letter.
    public static String title(String text) {
        var title = new StringBuilder();
        boolean inWord = false;
        for (int point : text.codePoints().toArray()) {
            title.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inWord = isCased(point);
        }
        return title.toString();
    }

    public static boolean isTitle(String text) {
        return text.equals(title(text)) && text.codePoints().anyMatch(Letters::isCased);
    }

    private static boolean isCased(int point) {
        return Character.isUpperCase(point) || Character.isLowerCase(point) || Character.isTitleCase(point);
    }

    /// White space as `strip` and `split` have it.
    public static boolean isSpace(int point) {
        if (point <= '~') {
            return point == ' ' || (point >= '\t' && point <= '\r') || (point >= 0x1c && point <= 0x1f);
        }
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }
}

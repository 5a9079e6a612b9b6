package openproton.render.jinja.filter;

/// The text of HTML without its tags and comments.
final class HtmlText {
    private HtmlText() {}

    static String of(String html) {
        String bare = without(without(html, "<!--", "-->"), "<", ">");
        return HtmlEntities.resolved(Words.spaced(bare));
    }

    /// Leaves out everything from an opening to the next closing, until one of them is missing.
    private static String without(String text, String opening, String closing) {
        var kept = new StringBuilder(text);
        int start = kept.indexOf(opening);
        int end = start < 0 ? -1 : kept.indexOf(closing, start);
        while (end >= 0) {
            kept.delete(start, end + closing.length());
            start = kept.indexOf(opening);
            end = start < 0 ? -1 : kept.indexOf(closing, start);
        }
        return kept.toString();
    }
}

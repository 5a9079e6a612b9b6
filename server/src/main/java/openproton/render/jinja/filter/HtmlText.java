package openproton.render.jinja.filter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of HTML without its tags.
final class HtmlText {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<.*?>", Pattern.DOTALL);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private HtmlText() {}

    static String of(String html) {
        String bare = TAG.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
        return ENTITY.matcher(String.join(" ", bare.strip().split("\\s+")))
                .replaceAll(entity -> Matcher.quoteReplacement(character((Matcher) entity)));
    }

    private static String character(Matcher entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "\ufffd";
    }
}

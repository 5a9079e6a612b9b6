package openproton.render.jinja.filter;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Html;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Value;

/// Makes links of the addresses in a text.
///
/// @param limit how many characters of an address are shown
/// @param attributes what every link has besides its address
/// @param schemes beginnings of addresses besides `http` and `https`
record Links(int limit, String attributes, List<String> schemes) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern WORD = Pattern.compile("\\S+", FLAGS);
    private static final Pattern SCHEME = Pattern.compile("[\\w.+-]{2,}:/{0,2}", FLAGS);
    private static final Pattern HEAD = Pattern.compile("^(?:[(<]|&lt;)+");
    private static final Pattern TAIL = Pattern.compile("(?:[)>.,]|&gt;)+$");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\w[\\w.-]*\\.\\w+", FLAGS);
    private static final Pattern SITE = Pattern.compile(
            "(?:(?:https?://|www\\.)(?:(?:[\\w%-]+\\.)+)?(?:[a-z]{2,63}|xn--[\\w%]{2,59})"
                    + "|(?:[\\w%-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)"
                    + "|https?://(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[(?:[\\da-f]{0,4}:){2}(?:[\\da-f]{0,4}:?){1,6}]))"
                    + "(?::\\d{1,5})?(?:[/?#]\\S*)?",
            FLAGS);
    private static final List<List<String>> BRACKETS =
            List.of(List.of("(", ")"), List.of("<", ">"), List.of("&lt;", "&gt;"));

    static Value urlize(Value value, Arguments arguments) {
        List<String> schemes = arguments.given("extra_schemes").stream()
                .flatMap(given -> Iteration.of(given).stream())
                .map(Printed::str)
                .toList();
        schemes.forEach(Links::checkScheme);
        var links = new Links(arguments.integer("trim_url_limit", -1), attributes(arguments), schemes);
        Matcher word = WORD.matcher(Html.escape(value).value());
        return Value.text(word.replaceAll(found -> Matcher.quoteReplacement(links.linked(found.group()))));
    }

    private static void checkScheme(String scheme) {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new Fault(
                    "%s is not the beginning of an address, such as 'ftp://'".formatted(Printed.quoted(scheme)));
        }
    }

    private static String attributes(Arguments arguments) {
        var rel = new TreeSet<>(List.of("noopener"));
        rel.addAll(List.of(arguments.text("rel", "").strip().split("\\s+")));
        rel.remove("");
        if (arguments.truth("nofollow", false)) {
            rel.add("nofollow");
        }
        String target = arguments.text("target", "");
        return attribute("rel", String.join(" ", rel)) + (target.isEmpty() ? "" : attribute("target", target));
    }

    private static String attribute(String name, String value) {
        return " %s=\"%s\"".formatted(name, Html.forced(value).value());
    }

    private String linked(String word) {
        Matcher found = HEAD.matcher(word);
        String head = found.find() ? found.group() : "";
        String rest = word.substring(head.length());
        Matcher end = TAIL.matcher(rest);
        String tail = end.find() ? end.group() : "";
        String middle = balanced(rest.substring(0, rest.length() - tail.length()), tail);
        return head + link(middle) + rest.substring(middle.length());
    }

    /// The address with so much of what follows it that its brackets are closed.
    private static String balanced(String address, String tail) {
        String middle = address;
        String rest = tail;
        for (List<String> pair : BRACKETS) {
            String close = pair.getLast();
            int missing = count(middle, pair.getFirst()) - count(middle, close);
            int moved = missing <= 0 ? 0 : Math.min(count(middle, pair.getFirst()), count(rest, close));
            for (; moved > 0; moved--) {
                int end = rest.indexOf(close) + close.length();
                middle += rest.substring(0, end);
                rest = rest.substring(end);
            }
        }
        return middle;
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private String link(String address) {
        if (SITE.matcher(address).matches()) {
            boolean whole = address.startsWith("https://") || address.startsWith("http://");
            return anchor(whole ? address : "https://" + address, trimmed(address));
        }
        boolean mailto = address.startsWith("mailto:");
        String bare = mailto ? address.substring("mailto:".length()) : address;
        boolean plain = !address.startsWith("www.") && !address.startsWith("@") && !address.contains(":");
        if ((mailto || plain) && MAIL.matcher(bare).matches()) {
            return "<a href=\"mailto:%s\">%s</a>".formatted(bare, bare);
        }
        return withScheme(address);
    }

    private String withScheme(String address) {
        String link = address;
        for (String scheme : schemes) {
            if (!link.equals(scheme) && link.startsWith(scheme)) {
                link = anchor(link, link);
            }
        }
        return link;
    }

    private String anchor(String address, String shown) {
        return "<a href=\"%s\"%s>%s</a>".formatted(address, attributes, shown);
    }

    private String trimmed(String address) {
        int length = address.codePointCount(0, address.length());
        return limit < 0 || length <= limit
                ? address
                : address.substring(0, address.offsetByCodePoints(0, limit)) + "...";
    }
}

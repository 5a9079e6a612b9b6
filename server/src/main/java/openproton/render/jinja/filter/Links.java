package openproton.render.jinja.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Html;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Makes links of the addresses in a text.
final class Links {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern EDGES =
            Pattern.compile("^(?<before>(?:&lt;|\\(|\\[)*)(?<middle>.*?)(?<after>(?:&gt;|[)\\].,!?;:])*)$");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("(?i)(?:www\\.\\S+|[\\w.-]+\\.(?:com|net|int|edu|gov|org|info|mil)(?:[/?#]\\S*)?)");
    private static final Pattern MAIL = Pattern.compile("(?:mailto:)?[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");

    private Links() {}

    static Value urlize(Value value, Arguments arguments) {
        int limit = arguments.integer("trim_url_limit", Integer.MAX_VALUE);
        String attributes = attributes(arguments);
        List<String> schemes = arguments.given("extra_schemes").stream()
                .flatMap(given -> Iteration.of(given).stream())
                .map(Printed::str)
                .toList();
        Matcher word = WORD.matcher(Html.escape(value).value());
        String linked =
                word.replaceAll(found -> Matcher.quoteReplacement(linked(found.group(), limit, attributes, schemes)));
        return new Text(linked, false);
    }

    private static String attributes(Arguments arguments) {
        var rel = new TreeSet<>(List.of("noopener"));
        rel.addAll(List.of(arguments.text("rel", "").split("\\s+")));
        rel.remove("");
        if (arguments.truth("nofollow", false)) {
            rel.add("nofollow");
        }
        String target = arguments.text("target", "");
        var written = new ArrayList<String>();
        written.add(" rel=\"%s\"".formatted(Html.forced(String.join(" ", rel)).value()));
        if (!target.isEmpty()) {
            written.add(" target=\"%s\"".formatted(Html.forced(target).value()));
        }
        return String.join("", written);
    }

    private static String linked(String word, int limit, String attributes, List<String> schemes) {
        Matcher edges = EDGES.matcher(word);
        if (!edges.matches()) {
            return word;
        }
        String middle = edges.group("middle");
        String link = link(middle, limit, attributes, schemes);
        return edges.group("before") + link + edges.group("after");
    }

    private static String link(String address, int limit, String attributes, List<String> schemes) {
        if (WITH_SCHEME.matcher(address).matches() || schemes.stream().anyMatch(address::startsWith)) {
            return anchor(address, address, limit, attributes);
        }
        if (MAIL.matcher(address).matches()) {
            String bare = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
            return "<a href=\"mailto:%s\">%s</a>".formatted(bare, bare);
        }
        return WITHOUT_SCHEME.matcher(address).matches()
                ? anchor("https://" + address, address, limit, attributes)
                : address;
    }

    private static String anchor(String address, String shown, int limit, String attributes) {
        String trimmed = shown.length() > limit ? shown.substring(0, limit) + "..." : shown;
        return "<a href=\"%s\"%s>%s</a>".formatted(address, attributes, trimmed);
    }
}

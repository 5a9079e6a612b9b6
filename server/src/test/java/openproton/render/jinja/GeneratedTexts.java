package openproton.render.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import openproton.render.jinja.value.Printed;

/// Calls of the filters that cut, wrap and decorate text, with texts made at random from a seed.
final class GeneratedTexts {
    private static final List<String> FILTERS = List.of(
            "urlize",
            "urlize(9)",
            "urlize(target='_blank', rel='b a', nofollow=true)",
            "urlize(extra_schemes=['ftp://', 'tel:'])",
            "wordwrap(5)",
            "wordwrap(12)",
            "wordwrap(8, false)",
            "wordwrap(9, true, '|')",
            "wordwrap(7, true, none, false)",
            "wordwrap",
            "striptags",
            "pprint",
            "escape",
            "title",
            "wordcount",
            "indent(2, true)",
            "truncate(11)",
            "truncate(9, true)");
    private static final List<String> WRAPPERS =
            List.of("%s", "[%s]", "{'key': %s, 'a': 1}", "(%s,)", "[1, {'k': [%s, %s]}]", "{'x': {'y': %s}, 'z': %s}");
    private static final List<String> WORDS = List.of(
            "a",
            "be",
            "some",
            "words-and-more",
            "well-",
            "-x",
            "x--y",
            "--",
            "it's",
            "\"q\"",
            "é",
            "日本",
            "co-op",
            "a-1",
            "extraordinarily",
            "<b>",
            "</b>",
            "<!-- c -->",
            "<!--",
            "-->",
            "<",
            ">",
            "&amp;",
            "&lt;",
            "&#65;",
            "&#x80;",
            "&notit;",
            "&nope",
            "&eacute",
            "&#0;",
            "&",
            "http://example.com/a?b=c",
            "https://a.b/(x)",
            "www.example.org,",
            "example.com",
            "(example.net)",
            "<www.x.info>",
            "mailto:me@example.com",
            "me@example.com.",
            "@me@x.com",
            "ftp://x",
            "tel:1",
            "http://127.0.0.1:80/x",
            "HTTP://EXAMPLE.COM",
            "a.com)",
            "x&gt;",
            "…",
            "{",
            "0123456789012345678901234");
    private static final List<String> SPACES = List.of(" ", " ", " ", "", "  ", "\n", "\t", "\n\n", "\u00a0", " \n ");

    private final Random random;

    GeneratedTexts(long seed) {
        this.random = new Random(seed);
    }

    List<String> next(int count) {
        var templates = new ArrayList<String>();
        while (templates.size() < count) {
            String filter = pick(FILTERS);
            String wrapper = filter.equals("pprint") ? pick(WRAPPERS) : "%s";
            templates.add("{{ %s | %s }}".formatted(wrapper.formatted(literal(), literal()), filter));
        }
        return templates;
    }

    private String literal() {
        var text = new StringBuilder();
        for (int left = random.nextInt(14); left > 0; left--) {
            text.append(pick(WORDS)).append(pick(SPACES));
        }
        return Printed.quoted(text.toString());
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

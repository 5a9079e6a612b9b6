package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Html;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.JsonText;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// Filters for JSON, HTML and URLs.
final class WebFilters {
    private static final Pattern NO_ATTRIBUTE_NAME = Pattern.compile("[\\s/>=]");

    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("tojson", "indent", WebFilters::json),
            filter("safe", "", (value, arguments) -> new Text(Printed.str(value), true)),
            filter("escape", "", (value, arguments) -> Html.escape(value)),
            filter("e", "", (value, arguments) -> Html.escape(value)),
            filter("forceescape", "", (value, arguments) -> Html.forced(Printed.str(value))),
            filter("striptags", "", (value, arguments) -> Value.text(HtmlText.of(Printed.str(value)))),
            filter("urlencode", "", (value, arguments) -> urlEncode(value)),
            filter("urlize", "trim_url_limit nofollow target rel extra_schemes", Links::urlize),
            filter("xmlattr", "autospace", WebFilters::xmlAttributes));

    private WebFilters() {}

    private static Value json(Value value, Arguments arguments) {
        String indent = arguments
                .given("indent")
                .map(width -> width instanceof Text text ? text.value() : spaces(Numbers.toInt(width)))
                .orElse("");
        return JsonText.of(value, indent);
    }

    private static String spaces(int count) {
        if (count > 1_000) {
            throw new Fault("JSON is indented by at most 1,000 characters");
        }
        return " ".repeat(Math.max(0, count));
    }

    private static Value urlEncode(Value value) {
        if (!(value instanceof Dict) && !(value instanceof Sequence)) {
            return Value.text(quoted(Printed.str(value)).replace("%2F", "/"));
        }
        List<Value> pairs = value instanceof Dict map ? map.items() : Iteration.of(value);
        var parts = new ArrayList<String>();
        for (Value pair : pairs) {
            List<Value> keyAndValue = Iteration.of(pair);
            if (keyAndValue.size() != 2) {
                throw new Fault("'urlencode' needs pairs of key and value, not %s".formatted(ValueKind.of(pair)));
            }
            parts.add("%s=%s".formatted(inQuery(keyAndValue.get(0)), inQuery(keyAndValue.get(1))));
        }
        return Value.text(String.join("&", parts));
    }

    private static String inQuery(Value value) {
        return quoted(Printed.str(value)).replace("%20", "+");
    }

    private static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static Value xmlAttributes(Value value, Arguments arguments) {
        if (!(value instanceof Dict map)) {
            throw new Fault("'xmlattr' needs a map, not %s".formatted(ValueKind.of(value)));
        }
        var written = new ArrayList<String>();
        for (Value key : map.keys()) {
            Value given = map.get(key).orElseThrow();
            if (given == Value.None.NONE || given instanceof openproton.render.jinja.value.Undefined) {
                continue;
            }
            if (NO_ATTRIBUTE_NAME.matcher(Printed.str(key)).find()) {
                throw new Fault("%s is not the name of an attribute".formatted(Printed.repr(key)));
            }
            written.add("%s=\"%s\""
                    .formatted(Html.escape(key).value(), Html.escape(given).value()));
        }
        boolean space = arguments.truth("autospace", true) && !written.isEmpty();
        return Value.text((space ? " " : "") + String.join(" ", written));
    }
}

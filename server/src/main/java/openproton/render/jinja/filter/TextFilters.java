package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.operation.Padding;
import openproton.render.jinja.operation.PercentFormat;
import openproton.render.jinja.operation.Strip;
import openproton.render.jinja.operation.TextMethods;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Letters;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Filters that change the letters of a string.
final class TextFilters {
    private static final Pattern WORD_BEGINNING = Pattern.compile("(?U)[-\\s({\\[<]+|[^-\\s({\\[<]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int WIDTH = 80;

    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("upper", "", (value, arguments) -> changed(value, text -> text.toUpperCase(Locale.ROOT))),
            filter("lower", "", (value, arguments) -> changed(value, text -> text.toLowerCase(Locale.ROOT))),
            filter("capitalize", "", (value, arguments) -> changed(value, Letters::capitalize)),
            filter("title", "", (value, arguments) -> Value.text(title(Printed.str(value)))),
            filter("trim", "chars", (value, arguments) -> Strip.both(text(value), arguments)),
            filter("center", "width", TextFilters::center),
            filter("string", "", (value, arguments) -> text(value)),
            filter("replace", "old new count", TextFilters::replace),
            filter("format", "* **", TextFilters::format),
            filter(
                    "wordcount",
                    "",
                    (value, arguments) -> Value.integer(
                            WORD.matcher(Printed.str(value)).results().count())));

    private TextFilters() {}

    /// The value as a string; a string stays as it is.
    static Text text(Value value) {
        return value instanceof Text text ? text : new Text(Printed.str(value), false);
    }

    private static Text changed(Value value, UnaryOperator<String> change) {
        Text text = text(value);
        return new Text(change.apply(text.value()), text.safe());
    }

    private static Value center(Value value, Arguments arguments) {
        var named = new LinkedHashMap<>(arguments.named());
        named.putIfAbsent("width", Value.integer(WIDTH));
        return Padding.center(text(value), new Arguments(List.of(), named));
    }

    private static Value replace(Value value, Arguments arguments) {
        String old = Printed.str(arguments.get("old"));
        String with = Printed.str(arguments.get("new"));
        return Value.text(TextMethods.replaced(Printed.str(value), old, with, arguments.integer("count", -1)));
    }

    private static Value format(Value value, Arguments arguments) {
        if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
            throw new Fault("'format' takes values by position or by name, not both");
        }
        var named = new Dict();
        arguments.named().forEach((name, item) -> named.put(Value.text(name), item));
        Value values = named.size() > 0 ? named : new Sequence.Tuple(new ArrayList<>(arguments.positional()));
        return Value.text(PercentFormat.format(Printed.str(value), values));
    }

    private static String title(String text) {
        var title = new StringBuilder();
        Matcher piece = WORD_BEGINNING.matcher(text);
        while (piece.find()) {
            title.append(Letters.capitalize(piece.group()));
        }
        return title.toString();
    }
}

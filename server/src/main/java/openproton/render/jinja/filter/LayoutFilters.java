package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openproton.render.jinja.operation.Split;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Slices;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Filters that cut, indent and wrap text.
final class LayoutFilters {
    private static final int LENGTH = 255;
    private static final int LEEWAY = 5;
    private static final int INDENT = 4;
    private static final int WIDTH = 79;

    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            filter("truncate", "length killwords end leeway", LayoutFilters::truncate),
            filter("indent", "width first blank", LayoutFilters::indent),
            filter("wordwrap", "width break_long_words wrapstring break_on_hyphens", LayoutFilters::wordWrap),
            filter("pprint", "", (value, arguments) -> Value.text(PrettyPrint.of(value))));

    private LayoutFilters() {}

    /// At most `length` characters, the end included; up to `leeway` more are left alone.
    private static Value truncate(Value value, Arguments arguments) {
        Text text = TextFilters.text(value);
        int length = arguments.integer("length", LENGTH);
        String end = arguments.text("end", "...");
        int kept = length - end.codePointCount(0, end.length());
        int leeway = arguments.integer("leeway", LEEWAY);
        if (kept < 0 || leeway < 0) {
            throw new Fault("'truncate' needs a length of at least the length of its end, and no negative leeway");
        }
        if (Iteration.length(value) <= length + leeway) {
            return value;
        }
        String cut = Printed.str(Slices.of(text, Value.None.NONE, Value.integer(kept), Value.None.NONE));
        int space = arguments.truth("killwords", false) ? -1 : cut.lastIndexOf(' ');
        return Value.text((space < 0 ? cut : cut.substring(0, space)) + end);
    }

    private static Value indent(Value value, Arguments arguments) {
        Value width = arguments.given("width").orElse(Value.integer(INDENT));
        String indent = width instanceof Text text ? text.value() : spaces(Numbers.toInt(width));
        boolean blank = arguments.truth("blank", false);
        List<String> lines = Split.lines(Printed.str(value) + "\n", false);
        var indented = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            boolean wanted = index == 0
                    ? arguments.truth("first", false)
                    : blank || !lines.get(index).isEmpty();
            indented.append(index == 0 ? "" : "\n").append(wanted ? indent : "").append(lines.get(index));
            Text.checkLength(indented.length());
        }
        return Value.text(indented.toString());
    }

    private static String spaces(int count) {
        Text.checkLength(count);
        return " ".repeat(Math.max(0, count));
    }

    private static Value wordWrap(Value value, Arguments arguments) {
        int width = arguments.integer("width", WIDTH);
        if (width <= 0) {
            throw new Fault("'wordwrap' needs a width of at least 1");
        }
        boolean breakLong = arguments.truth("break_long_words", true);
        String newline = arguments.text("wrapstring", "\n");
        var wrap = new WordWrap(width, breakLong, arguments.truth("break_on_hyphens", true));
        var lines = new ArrayList<String>();
        Split.lines(Printed.str(value), false).forEach(line -> lines.add(String.join(newline, wrap.lines(line))));
        return Value.text(String.join(newline, lines));
    }
}

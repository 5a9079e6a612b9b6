package openproton.render.jinja.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Letters;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;

/// Cuts strings into pieces.
public final class Split {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");

    private Split() {}

    static Value split(Text self, Arguments arguments) {
        int left = arguments.integer("maxsplit", -1);
        return arguments.given("sep").isPresent()
                ? texts(bySeparator(self.value(), arguments.text("sep"), left))
                : texts(bySpace(self.value(), left));
    }

    static Value splitFromRight(Text self, Arguments arguments) {
        String text = reversed(self.value());
        int left = arguments.integer("maxsplit", -1);
        List<String> pieces = arguments.given("sep").isPresent()
                ? bySeparator(text, reversed(arguments.text("sep")), left)
                : bySpace(text, left);
        Collections.reverse(pieces);
        return texts(pieces.stream().map(Split::reversed).toList());
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static List<String> bySeparator(String text, String separator, int max) {
        if (separator.isEmpty()) {
            throw new Fault("a string cannot be split at an empty string");
        }
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0 && pieces.size() != max; at = text.indexOf(separator, from)) {
            pieces.add(text.substring(from, at));
            from = at + separator.length();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static List<String> bySpace(String text, int max) {
        var pieces = new ArrayList<String>();
        int at = behindSpace(text, 0);
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Letters.isSpace(text.charAt(end))) {
                end++;
            }
            if (pieces.size() == max) {
                end = text.length();
            }
            pieces.add(pieces.size() == max ? text.substring(at).stripTrailing() : text.substring(at, end));
            at = behindSpace(text, end);
        }
        return pieces;
    }

    private static int behindSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Letters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static Value lines(Text self, Arguments arguments) {
        return texts(lines(self.value(), arguments.truth("keepends", false)));
    }

    /// The lines of a text; a line end at the very end begins no further line.
    public static List<String> lines(String text, boolean keepEnds) {
        var lines = new ArrayList<String>();
        Matcher end = LINE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            lines.add(text.substring(from, keepEnds ? end.end() : end.start()));
            from = end.end();
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    static Value partition(Text self, Arguments arguments) {
        int at = self.value().indexOf(arguments.text("sep"));
        return at < 0 ? tuple(self.value(), "", "") : cut(self.value(), at, arguments.text("sep"));
    }

    static Value partitionFromRight(Text self, Arguments arguments) {
        int at = self.value().lastIndexOf(arguments.text("sep"));
        return at < 0 ? tuple("", "", self.value()) : cut(self.value(), at, arguments.text("sep"));
    }

    private static Value cut(String text, int at, String separator) {
        return tuple(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static Value tuple(String first, String second, String third) {
        return Value.tuple(Value.text(first), Value.text(second), Value.text(third));
    }

    private static Value texts(List<String> pieces) {
        return Value.items(pieces.stream().map(Value::text).toList());
    }
}

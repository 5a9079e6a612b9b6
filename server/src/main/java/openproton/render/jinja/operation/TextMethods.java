package openproton.render.jinja.operation;

import static openproton.render.jinja.operation.ValueMethod.method;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Iteration;
import openproton.render.jinja.value.Letters;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// The methods of strings that give another string, a list or a number.
public final class TextMethods {
    static final Map<String, ValueMethod<Text>> ALL = Map.ofEntries(
            method("capitalize", "", (self, arguments) -> changed(self, Letters::capitalize)),
            method(
                    "casefold",
                    "",
                    (self, arguments) ->
                            changed(self, text -> text.toLowerCase(Locale.ROOT).replace("ß", "ss"))),
            method("lower", "", (self, arguments) -> changed(self, text -> text.toLowerCase(Locale.ROOT))),
            method("upper", "", (self, arguments) -> changed(self, text -> text.toUpperCase(Locale.ROOT))),
            method("swapcase", "", (self, arguments) -> changed(self, Letters::swapCase)),
            method("title", "", (self, arguments) -> changed(self, Letters::title)),
            method("center", "width fillchar", (self, arguments) -> Padding.center(self, arguments)),
            method("ljust", "width fillchar", (self, arguments) -> Padding.left(self, arguments)),
            method("rjust", "width fillchar", (self, arguments) -> Padding.right(self, arguments)),
            method("zfill", "width", (self, arguments) -> Padding.zeros(self, arguments)),
            method("expandtabs", "tabsize", (self, arguments) -> Padding.expandTabs(self, arguments)),
            method("strip", "chars", (self, arguments) -> Strip.both(self, arguments)),
            method("lstrip", "chars", (self, arguments) -> Strip.left(self, arguments)),
            method("rstrip", "chars", (self, arguments) -> Strip.right(self, arguments)),
            method("removeprefix", "prefix", (self, arguments) -> Strip.prefix(self, arguments)),
            method("removesuffix", "suffix", (self, arguments) -> Strip.suffix(self, arguments)),
            method("split", "sep maxsplit", (self, arguments) -> Split.split(self, arguments)),
            method("rsplit", "sep maxsplit", (self, arguments) -> Split.splitFromRight(self, arguments)),
            method("splitlines", "keepends", (self, arguments) -> Split.lines(self, arguments)),
            method("partition", "sep", (self, arguments) -> Split.partition(self, arguments)),
            method("rpartition", "sep", (self, arguments) -> Split.partitionFromRight(self, arguments)),
            method("join", "values", (self, arguments) -> join(self, arguments)),
            method("replace", "old new count", (self, arguments) -> replace(self, arguments)),
            method("format", "* **", (self, arguments) -> BraceFormat.format(self.value(), arguments)),
            method("format_map", "values", (self, arguments) -> BraceFormat.formatMap(self.value(), arguments)));

    private TextMethods() {}

    private static Text changed(Text self, UnaryOperator<String> change) {
        return new Text(change.apply(self.value()), self.safe());
    }

    private static Value join(Text self, Arguments arguments) {
        var joined = new StringBuilder();
        List<Value> values = Iteration.of(arguments.get("values"));
        for (int index = 0; index < values.size(); index++) {
            if (!(values.get(index) instanceof Text part)) {
                throw new Fault("only strings can be joined, not %s".formatted(ValueKind.of(values.get(index))));
            }
            joined.append(index == 0 ? "" : self.value()).append(part.value());
            Text.checkLength(joined.length());
        }
        return new Text(joined.toString(), self.safe());
    }

    private static Value replace(Text self, Arguments arguments) {
        int count = arguments.integer("count", -1);
        return new Text(replaced(self.value(), arguments.text("old"), arguments.text("new"), count), self.safe());
    }

    /// Every `old` replaced.
    ///
    /// @param count how often at most; negative means always
    public static String replaced(String text, String old, String with, int count) {
        if (old.isEmpty()) {
            return interspersed(text, with, count);
        }
        var replaced = new StringBuilder();
        int from = 0;
        int left = count;
        for (int at = text.indexOf(old); at >= 0 && left != 0; at = text.indexOf(old, from)) {
            replaced.append(text, from, at).append(with);
            Text.checkLength(replaced.length());
            from = at + old.length();
            left--;
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static String interspersed(String text, String with, int count) {
        Text.checkLength((long) (text.length() + 1) * with.length() + text.length());
        var all = new StringBuilder();
        int left = count;
        for (int at = 0; at <= text.length(); at++) {
            if (left != 0) {
                all.append(with);
                left--;
            }
            all.append(at < text.length() ? text.substring(at, at + 1) : "");
        }
        return all.toString();
    }
}

package openproton.render.jinja.operation;

import static openproton.render.jinja.operation.ValueMethod.method;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Letters;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Sequence;
import openproton.render.jinja.value.Slices;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// The methods of strings that tell something about them.
final class TextQuestions {
    static final Map<String, ValueMethod<Text>> ALL = Map.ofEntries(
            method("count", "sub start end", (self, arguments) -> count(self, arguments)),
            method("find", "sub start end", (self, arguments) -> Value.integer(find(self, arguments, false))),
            method("rfind", "sub start end", (self, arguments) -> Value.integer(find(self, arguments, true))),
            method("index", "sub start end", (self, arguments) -> index(self, arguments, false)),
            method("rindex", "sub start end", (self, arguments) -> index(self, arguments, true)),
            method(
                    "startswith",
                    "prefix start end",
                    (self, arguments) -> Value.truth(hasEdge(self, arguments, "prefix"))),
            method(
                    "endswith",
                    "suffix start end",
                    (self, arguments) -> Value.truth(hasEdge(self, arguments, "suffix"))),
            method("isalnum", "", (self, arguments) -> all(self, Character::isLetterOrDigit)),
            method("isalpha", "", (self, arguments) -> all(self, Character::isLetter)),
            method(
                    "isascii",
                    "",
                    (self, arguments) -> Value.truth(self.value().codePoints().allMatch(point -> point < 128))),
            method("isdecimal", "", (self, arguments) -> all(self, Character::isDigit)),
            method("isdigit", "", (self, arguments) -> all(self, Character::isDigit)),
            method("isnumeric", "", (self, arguments) -> all(self, Character::isDigit)),
            method(
                    "isidentifier",
                    "",
                    (self, arguments) -> Value.truth(self.value().matches("[\\p{L}_][\\p{L}\\p{Nd}_]*"))),
            method("islower", "", (self, arguments) -> cased(self, Character::isLowerCase, Character::isUpperCase)),
            method("isupper", "", (self, arguments) -> cased(self, Character::isUpperCase, Character::isLowerCase)),
            method(
                    "isprintable",
                    "",
                    (self, arguments) -> Value.truth(self.value().codePoints().allMatch(Printed::isPrintable))),
            method("isspace", "", (self, arguments) -> all(self, Letters::isSpace)),
            method("istitle", "", (self, arguments) -> Value.truth(Letters.isTitle(self.value()))));

    private TextQuestions() {}

    private static Value all(Text self, IntPredicate question) {
        return Value.truth(!self.value().isEmpty() && self.value().codePoints().allMatch(question));
    }

    private static Value cased(Text self, IntPredicate wanted, IntPredicate unwanted) {
        var text = self.value();
        return Value.truth(
                text.codePoints().anyMatch(wanted) && text.codePoints().noneMatch(unwanted));
    }

    private static Value count(Text self, Arguments arguments) {
        String text = part(self, arguments);
        String wanted = arguments.text("sub");
        if (wanted.isEmpty()) {
            return Value.integer(text.codePointCount(0, text.length()) + 1L);
        }
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return Value.integer(count);
    }

    private static Value index(Text self, Arguments arguments, boolean fromRight) {
        int found = find(self, arguments, fromRight);
        if (found < 0) {
            throw new Fault("%s is not in the string".formatted(Printed.quoted(arguments.text("sub"))));
        }
        return Value.integer(found);
    }

    private static int find(Text self, Arguments arguments, boolean fromRight) {
        String text = part(self, arguments);
        String wanted = arguments.text("sub");
        int found = fromRight ? text.lastIndexOf(wanted) : text.indexOf(wanted);
        return found < 0 ? found : text.codePointCount(0, found) + start(self, arguments);
    }

    private static int start(Text self, Arguments arguments) {
        int start = arguments.integer("start", 0);
        return start < 0 ? Math.max(0, start + self.length()) : start;
    }

    private static String part(Text self, Arguments arguments) {
        Value none = Value.None.NONE;
        Value start = arguments.find("start").orElse(none);
        Value end = arguments.find("end").orElse(none);
        return start == none && end == none ? self.value() : Printed.str(Slices.of(self, start, end, none));
    }

    private static boolean hasEdge(Text self, Arguments arguments, String name) {
        String text = part(self, arguments);
        Value wanted = arguments.get(name);
        List<Value> edges = wanted instanceof Sequence.Tuple tuple ? tuple.values() : List.of(wanted);
        for (Value edge : edges) {
            if (!(edge instanceof Text string)) {
                throw new Fault("the argument '%s' must be a string, not %s".formatted(name, ValueKind.of(edge)));
            }
            if (name.equals("prefix") ? text.startsWith(string.value()) : text.endsWith(string.value())) {
                return true;
            }
        }
        return false;
    }
}

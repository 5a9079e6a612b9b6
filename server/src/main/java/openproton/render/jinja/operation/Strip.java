package openproton.render.jinja.operation;

import java.util.function.IntPredicate;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Letters;
import openproton.render.jinja.value.Text;

/// Takes characters off the ends of strings.
public final class Strip {
    private Strip() {}

    /// White space, or the characters of the argument `chars`, at both ends.
    public static Text both(Text self, Arguments arguments) {
        return new Text(left(right(self.value(), unwanted(arguments)), unwanted(arguments)), self.safe());
    }

    static Text left(Text self, Arguments arguments) {
        return new Text(left(self.value(), unwanted(arguments)), self.safe());
    }

    static Text right(Text self, Arguments arguments) {
        return new Text(right(self.value(), unwanted(arguments)), self.safe());
    }

    static Text prefix(Text self, Arguments arguments) {
        String prefix = arguments.text("prefix");
        boolean present = self.value().startsWith(prefix);
        return present ? new Text(self.value().substring(prefix.length()), self.safe()) : self;
    }

    static Text suffix(Text self, Arguments arguments) {
        String suffix = arguments.text("suffix");
        boolean present = self.value().endsWith(suffix);
        int end = self.value().length() - suffix.length();
        return present ? new Text(self.value().substring(0, end), self.safe()) : self;
    }

    private static IntPredicate unwanted(Arguments arguments) {
        return arguments
                .given("chars")
                .<IntPredicate>map(_ -> point -> arguments.text("chars").indexOf(point) >= 0)
                .orElse(Letters::isSpace);
    }

    private static String left(String text, IntPredicate unwanted) {
        int from = 0;
        while (from < text.length() && unwanted.test(text.codePointAt(from))) {
            from = text.offsetByCodePoints(from, 1);
        }
        return text.substring(from);
    }

    private static String right(String text, IntPredicate unwanted) {
        int to = text.length();
        while (to > 0 && unwanted.test(text.codePointBefore(to))) {
            to = text.offsetByCodePoints(to, -1);
        }
        return text.substring(0, to);
    }
}

package openproton.render.cloudformation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of `Fn::Sub`: `${Name}` and `${Name.Attribute}` are variables, `${!Name}` stands for `${Name}` itself.
///
/// @param text as the template has it
public record SubText(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");

    /// The names of the variables, once for each use.
    public List<String> variables() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("!"))
                .toList();
    }

    /// The text with values in the place of its variables.
    public String replaced(UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found, values)));
    }

    static boolean isName(String variable) {
        return NAME.matcher(variable).matches();
    }

    /// The resource of `Name.Attribute`; the whole when there is no dot.
    static String nameOf(String variable) {
        int dot = variable.indexOf('.');
        return dot < 0 ? variable : variable.substring(0, dot);
    }

    private static String replacement(MatchResult found, UnaryOperator<String> values) {
        String name = found.group(1);
        return name.startsWith("!") ? "${" + name.substring(1) + "}" : values.apply(name);
    }
}

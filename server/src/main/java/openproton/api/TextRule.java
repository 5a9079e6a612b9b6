package openproton.api;

import java.util.Optional;
import java.util.regex.Pattern;

/// The constraints of the model on a string.
///
/// @param min the least number of characters
/// @param max the greatest number of characters
/// @param pattern what must be found in it, as the model spells it
/// @param sensitive whether the value must not be repeated in an error
record TextRule(int min, int max, Optional<Pattern> pattern, boolean sensitive) {

    /// A rule from the model's traits.
    ///
    /// @param pattern the model's pattern; empty for none
    static TextRule of(int min, int max, String pattern, boolean sensitive) {
        Optional<Pattern> compiled =
                pattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(strict(pattern)));
        return new TextRule(min, max, compiled, sensitive);
    }

    /// The same rule with the length that one member demands.
    TextRule within(int least, int greatest) {
        return new TextRule(least, greatest, pattern, sensitive);
    }

    /// Java's `$` also matches before a line break at the end; the model means the very end.
    private static String strict(String pattern) {
        return pattern.replaceAll("\\$(?=\\)|$)", "\\\\z");
    }

    /// The constraints that a value breaks, in the words of AWS; empty when it keeps all of them.
    Optional<String> brokenBy(String value) {
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            return Optional.of("Member must have length greater than or equal to " + min);
        }
        if (length > max) {
            return Optional.of("Member must have length less than or equal to " + max);
        }
        return pattern.filter(form -> !form.matcher(value).find())
                .map(form -> "Member must satisfy regular expression pattern: "
                        + form.pattern().replace("\\z", "$"));
    }
}

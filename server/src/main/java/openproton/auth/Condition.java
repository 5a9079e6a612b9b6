package openproton.auth;

import java.util.List;
import java.util.function.Predicate;

/// One condition of a statement: compares the values of a key with the wanted ones.
///
/// @param ifExists whether it also holds when the request has no such value
record Condition(Quantifier quantifier, Comparison comparison, boolean ifExists, String key, List<String> wanted) {

    /// How many of a request's values must compare well.
    enum Quantifier {
        /// The key has one value.
        ONE,
        /// `ForAnyValue`: at least one, and there must be one.
        ANY,
        /// `ForAllValues`: every one; none at all is well.
        ALL
    }

    Condition {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the condition on '%s' names no value".formatted(key));
        }
        wanted.forEach(comparison::checkWanted);
    }

    boolean holds(Question question) {
        List<String> actual = question.valuesOf(key);
        if (comparison == Comparison.NULL) {
            return wanted.stream().anyMatch(absent -> Boolean.parseBoolean(absent) == actual.isEmpty());
        }
        return actual.isEmpty() ? holdsWithoutValue() : holds(actual, question);
    }

    private boolean holdsWithoutValue() {
        return ifExists
                || switch (quantifier) {
                    case ALL -> true;
                    case ANY -> false;
                    case ONE -> comparison.negated();
                };
    }

    private boolean holds(List<String> actual, Question question) {
        Predicate<String> good = value ->
                comparison.negated() != wanted.stream().anyMatch(one -> comparison.matches(value, one, question));
        boolean every = quantifier == Quantifier.ALL || (quantifier == Quantifier.ONE && comparison.negated());
        return every ? actual.stream().allMatch(good) : actual.stream().anyMatch(good);
    }
}

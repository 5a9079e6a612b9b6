package openproton.auth.policy;

import java.util.List;
import java.util.function.Predicate;

/// One condition of a statement: compares the values of a key with the wanted ones.
///
/// @param ifExists whether it also holds when the request has no such value
record Condition(
        Quantifier quantifier, ConditionOperator comparison, boolean ifExists, String key, List<String> wanted) {

    /// How many of the values of a request must match.
    enum Quantifier {
        /// The key has one value.
        ONE,
        /// `ForAnyValue`: at least one, and there must be one.
        ANY,
        /// `ForAllValues`: every one; a request without values matches.
        ALL
    }

    Condition {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the condition on '%s' names no value".formatted(key));
        }
        wanted.forEach(comparison::checkWanted);
    }

    boolean holds(AccessRequest request) {
        List<String> actual = request.valuesOf(key);
        if (comparison == ConditionOperator.NULL) {
            return wanted.stream().anyMatch(absent -> Boolean.parseBoolean(absent) == actual.isEmpty());
        }
        return actual.isEmpty() ? holdsWithoutValue() : holds(actual, request);
    }

    private boolean holdsWithoutValue() {
        return ifExists
                || switch (quantifier) {
                    case ALL -> true;
                    case ANY -> false;
                    case ONE -> comparison.negated();
                };
    }

    private boolean holds(List<String> actual, AccessRequest request) {
        Predicate<String> good = value ->
                comparison.negated() != wanted.stream().anyMatch(one -> comparison.matches(value, one, request));
        boolean every = quantifier == Quantifier.ALL || (quantifier == Quantifier.ONE && comparison.negated());
        return every ? actual.stream().allMatch(good) : actual.stream().anyMatch(good);
    }
}

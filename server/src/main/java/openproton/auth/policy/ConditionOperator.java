package openproton.auth.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The condition operators of IAM that we know; a policy with any other is refused when it is read.
@SuppressWarnings("ImmutableEnumChecker")
enum ConditionOperator {
    STRING_EQUALS(
            "StringEquals", (actual, wanted, request) -> Glob.exact(wanted).matches(actual, request)),
    STRING_NOT_EQUALS("StringNotEquals", STRING_EQUALS),
    STRING_EQUALS_IGNORE_CASE(
            "StringEqualsIgnoreCase",
            (actual, wanted, request) -> Glob.exact(lower(wanted)).matches(lower(actual), request)),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", STRING_EQUALS_IGNORE_CASE),
    STRING_LIKE("StringLike", (actual, wanted, request) -> Glob.of(wanted).matches(actual, request)),
    STRING_NOT_LIKE("StringNotLike", STRING_LIKE),
    ARN_LIKE("ArnLike", ConditionOperator::sameArn),
    ARN_NOT_LIKE("ArnNotLike", ARN_LIKE),
    ARN_EQUALS("ArnEquals", ConditionOperator::sameArn),
    ARN_NOT_EQUALS("ArnNotEquals", ARN_EQUALS),
    NUMERIC_EQUALS("NumericEquals", numbers(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", NUMERIC_EQUALS),
    NUMERIC_LESS_THAN("NumericLessThan", numbers(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", numbers(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", numbers(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", numbers(order -> order >= 0)),
    DATE_EQUALS("DateEquals", dates(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", DATE_EQUALS),
    DATE_LESS_THAN("DateLessThan", dates(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", dates(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", dates(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", dates(order -> order >= 0)),
    BOOL("Bool", (actual, wanted, _) -> flag(wanted) == flag(actual)),
    NULL("Null", (actual, wanted, _) -> flag(wanted) == flag(actual));

    private final String spelling;
    private final boolean negated;
    private final Test test;

    /// Compares one value of a request with one wanted value.
    ///
    /// Throws [IllegalArgumentException] or [DateTimeException] when one of them has the wrong form.
    @FunctionalInterface
    private interface Test {
        boolean matches(String actual, String wanted, AccessRequest request);
    }

    ConditionOperator(String spelling, Test test) {
        this.spelling = spelling;
        this.negated = false;
        this.test = test;
    }

    ConditionOperator(String spelling, ConditionOperator opposite) {
        this.spelling = spelling;
        this.negated = true;
        this.test = opposite.test;
    }

    static Optional<ConditionOperator> find(String spelling) {
        return Arrays.stream(values())
                .filter(one -> one.spelling.equals(spelling))
                .findFirst();
    }

    static String allSpelled() {
        return Arrays.stream(values()).map(one -> one.spelling).collect(Collectors.joining(", "));
    }

    /// Whether the operator holds for values that do not match.
    boolean negated() {
        return negated;
    }

    /// Whether a value matches a wanted one, before any negation; a value of the wrong form does not.
    boolean matches(String actual, String wanted, AccessRequest request) {
        try {
            return test.matches(actual, wanted, request);
        } catch (IllegalArgumentException | DateTimeException failure) {
            return false;
        }
    }

    /// Refuses a wanted value of the wrong form, such as a number that is none.
    void checkWanted(String wanted) {
        try {
            test.matches(wanted, wanted, new AccessRequest("", "", Map.of()));
        } catch (IllegalArgumentException | DateTimeException failure) {
            throw new IllegalArgumentException("'%s' is not a value for %s".formatted(wanted, spelling), failure);
        }
    }

    private static Test numbers(IntPredicate order) {
        return (actual, wanted, _) -> order.test(new BigDecimal(actual).compareTo(new BigDecimal(wanted)));
    }

    private static Test dates(IntPredicate order) {
        return (actual, wanted, _) -> order.test(instant(actual).compareTo(instant(wanted)));
    }

    private static Instant instant(String text) {
        return text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean flag(String text) {
        return switch (lower(text)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'%s' is neither true nor false".formatted(text));
        };
    }

    /// Each of the six parts of an ARN must match for itself.
    private static boolean sameArn(String actual, String wanted, AccessRequest request) {
        List<String> parts = List.of(actual.split(":", 6));
        List<String> patterns = List.of(wanted.split(":", 6));
        return parts.size() == patterns.size()
                && IntStream.range(0, parts.size())
                        .allMatch(i -> Glob.of(patterns.get(i)).matches(parts.get(i), request));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

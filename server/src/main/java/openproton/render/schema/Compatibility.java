package openproton.render.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether specs for an older type are valid for a newer one
/// (docs/behaviour/schemas-and-specs.md#compatibility).
record Compatibility(InputKind kind) {
    private static final List<String> LOWER_LIMITS = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> UPPER_LIMITS = List.of("maximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> NEVER_CHANGING =
            List.of("pattern", "format", "multipleOf", "additionalProperties", "allOf", "anyOf", "oneOf", "not");
    private static final List<String> NEVER_SWITCHED_ON =
            List.of("uniqueItems", "exclusiveMinimum", "exclusiveMaximum");

    Optional<String> problem(InputType older, InputType newer) {
        Set<String> before = older.mustBeSupplied();
        Optional<String> required = newer.mustBeSupplied().stream()
                .filter(input -> !before.contains(input))
                .findFirst()
                .map(input -> told(input, "is required now and has no default"));
        return required.or(() -> changedProperty(older.properties(), newer.properties()));
    }

    private Optional<String> changedProperty(Map<String, Property> older, Map<String, Property> newer) {
        for (var property : older.values()) {
            var now = newer.get(property.name());
            if (now == null) {
                return Optional.of(told(property.name(), "was removed"));
            }
            var change = change(property.definition(), now.definition());
            if (change.isPresent()) {
                return change.map(text -> told(property.name(), text));
            }
        }
        return Optional.empty();
    }

    private String told(String input, String change) {
        return "property '%s' (%s) %s".formatted(input, kind.key(), change);
    }

    private static Optional<String> change(Map<?, ?> before, Map<?, ?> now) {
        var older = Keywords.usable(before);
        var newer = Keywords.usable(now);
        if (!Objects.equals(older.get("type"), newer.get("type"))) {
            return Optional.of("changed its type from %s to %s".formatted(older.get("type"), newer.get("type")));
        }
        return limitChange(older, newer)
                .or(() -> choiceChange(older, newer))
                .or(() -> fixedChange(older, newer))
                .or(() -> innerChange(older, newer));
    }

    private static Optional<String> limitChange(Map<String, Object> older, Map<String, Object> newer) {
        return LOWER_LIMITS.stream()
                .filter(limit -> isNarrower(newer.get(limit), older.get(limit), 1))
                .findFirst()
                .or(() -> UPPER_LIMITS.stream()
                        .filter(limit -> isNarrower(newer.get(limit), older.get(limit), -1))
                        .findFirst())
                .map(limit ->
                        "has a narrower %s: %s, was %s".formatted(limit, newer.get(limit), shown(older.get(limit))));
    }

    /// @param direction 1 when a larger number accepts less, -1 when a smaller one does
    private static boolean isNarrower(@Nullable Object now, @Nullable Object before, int direction) {
        if (!(now instanceof Number limit)) {
            return false;
        }
        return !(before instanceof Number earlier)
                || direction * Double.compare(limit.doubleValue(), earlier.doubleValue()) > 0;
    }

    private static Optional<String> choiceChange(Map<String, Object> older, Map<String, Object> newer) {
        if (!(newer.get("enum") instanceof List<?> now)) {
            return Optional.empty();
        }
        if (!(older.get("enum") instanceof List<?> before)) {
            return Optional.of("has an enum now");
        }
        return before.stream()
                .filter(choice -> !now.contains(choice))
                .findFirst()
                .map("no longer has '%s' in its enum"::formatted);
    }

    private static Optional<String> fixedChange(Map<String, Object> older, Map<String, Object> newer) {
        for (String keyword : NEVER_CHANGING) {
            if (newer.containsKey(keyword) && !Objects.equals(older.get(keyword), newer.get(keyword))) {
                return Optional.of("has another %s".formatted(keyword));
            }
        }
        for (String keyword : NEVER_SWITCHED_ON) {
            if (isTrue(newer, keyword) && !isTrue(older, keyword)) {
                return Optional.of("has %s now".formatted(keyword));
            }
        }
        return isTrue(older, "nullable") && !isTrue(newer, "nullable")
                ? Optional.of("is no longer nullable")
                : Optional.empty();
    }

    /// The change inside lists and maps.
    private static Optional<String> innerChange(Map<String, Object> older, Map<String, Object> newer) {
        Optional<String> items = newer.get("items") instanceof Map<?, ?> now
                ? change(inner(older, "items"), now).map("has items, and an item %s"::formatted)
                : Optional.empty();
        return items.or(() -> memberChange(older, newer));
    }

    private static Optional<String> memberChange(Map<String, Object> older, Map<String, Object> newer) {
        var before = new InputType("", older);
        var now = new InputType("", newer);
        for (String member : now.mustBeSupplied()) {
            if (!before.mustBeSupplied().contains(member)) {
                return Optional.of("has a member '%s' that is required now".formatted(member));
            }
        }
        for (String member : before.properties().keySet()) {
            var change = change(inner(inner(older, "properties"), member), inner(inner(newer, "properties"), member));
            if (change.isPresent()) {
                return change.map(text -> "has a member '%s' that %s".formatted(member, text));
            }
        }
        return Optional.empty();
    }

    private static Map<?, ?> inner(Map<?, ?> definition, String key) {
        return definition.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static boolean isTrue(Map<String, Object> definition, String keyword) {
        return Boolean.TRUE.equals(definition.get(keyword));
    }

    private static String shown(@Nullable Object limit) {
        return limit == null ? "none" : limit.toString();
    }
}

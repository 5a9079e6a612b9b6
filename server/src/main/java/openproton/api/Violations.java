package openproton.api;

import java.util.ArrayList;
import java.util.List;

/// Everything that is wrong with a request, collected so that one answer can name it all.
final class Violations {
    private static final int NAMED_MAX = 20;

    private static final int VALUE_LENGTH_MAX = 200;
    private final List<String> found = new ArrayList<>();

    /// Notes a member whose value breaks a rule.
    void add(String value, boolean sensitive, String path, String constraint) {
        found.add("Value '%s' at '%s' failed to satisfy constraint: %s"
                .formatted(sensitive ? "***" : shortened(value), path, constraint));
    }

    /// Notes a required member that is absent.
    void addMissing(String path) {
        found.add("Value null at '%s' failed to satisfy constraint: Member must not be null".formatted(path));
    }

    /// Notes something that no single value breaks.
    void add(String path, String constraint) {
        found.add("Value at '%s' failed to satisfy constraint: %s".formatted(path, constraint));
    }

    /// Ends the request if anything was noted.
    void throwIfAny() {
        if (!found.isEmpty()) {
            String named = String.join("; ", found.subList(0, Math.min(found.size(), NAMED_MAX)));
            throw new ValidationException(
                    "%d validation error%s detected: %s".formatted(found.size(), found.size() == 1 ? "" : "s", named));
        }
    }

    private static String shortened(String value) {
        return value.length() <= VALUE_LENGTH_MAX ? value : value.substring(0, VALUE_LENGTH_MAX) + "…";
    }
}

package openproton.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What policies are asked: may this be done to that, as things are?
///
/// @param action such as `proton:CreateEnvironment`
/// @param resource an ARN, or `*` when the action is for no single resource
/// @param values condition key to values; keys are kept in lower case
record Question(String action, String resource, Map<String, List<String>> values) {

    Question {
        var lower = new TreeMap<String, List<String>>();
        values.forEach((key, all) -> lower.put(key.toLowerCase(Locale.ROOT), all));
        values = lower;
    }

    /// The values of a condition key; empty when the request has none.
    List<String> valuesOf(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /// The same question about another action.
    Question about(String otherAction) {
        return new Question(otherAction, resource, values);
    }
}

package openproton.auth.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What policies decide on: an action on a resource, and the facts that conditions compare.
///
/// @param action such as `proton:CreateEnvironment`
/// @param resource an ARN, or `*` when the action is for no single resource
/// @param values condition key to values; keys are kept in lower case
public record AccessRequest(String action, String resource, Map<String, List<String>> values) {

    public AccessRequest {
        var lower = new TreeMap<String, List<String>>();
        values.forEach((key, all) -> lower.put(key.toLowerCase(Locale.ROOT), all));
        values = lower;
    }

    /// The values of a condition key; empty when the request has none.
    List<String> valuesOf(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /// The same request for another action.
    public AccessRequest forAction(String otherAction) {
        return new AccessRequest(otherAction, resource, values);
    }
}

package openproton.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import openproton.render.cloudformation.StackTemplate;

/// The parameters of a stack: given, kept from before, or the template's defaults.
///
/// @param described the template's section Parameters
/// @param before the values of the stack until now; none for a new one
record ParameterValues(Map<String, Object> described, Map<String, String> before) {

    /// @param given the request's structures with ParameterKey, ParameterValue, UsePreviousValue
    Map<String, String> resolve(List<Map<String, String>> given) {
        var values = new LinkedHashMap<String, String>();
        described.forEach((name, definition) -> {
            Object value = StackTemplate.members(definition).get("Default");
            if (value != null) {
                values.put(name, Intrinsics.asText(value));
            }
        });
        var unknown = new TreeSet<String>();
        for (var parameter : given) {
            String name = parameter.getOrDefault("ParameterKey", "");
            if (!described.containsKey(name)) {
                unknown.add(name);
            } else if (!"true".equals(parameter.get("UsePreviousValue"))) {
                values.put(name, parameter.getOrDefault("ParameterValue", ""));
            } else if (before.containsKey(name)) {
                values.put(name, before.get(name));
            }
        }
        check(values, unknown);
        return values;
    }

    private void check(Map<String, String> values, TreeSet<String> unknown) {
        if (!unknown.isEmpty()) {
            throw AwsRefusal.validation("Parameters: %s do not exist in the template".formatted(unknown));
        }
        var missing = new TreeSet<>(described.keySet());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw AwsRefusal.validation("Parameters: %s must have values".formatted(missing));
        }
        values.forEach((name, value) -> checkAllowed(name, value, StackTemplate.members(described.get(name))));
    }

    private static void checkAllowed(String name, String value, Map<String, Object> definition) {
        if (definition.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().map(Intrinsics::asText).noneMatch(value::equals)) {
            throw AwsRefusal.validation("Parameter '%s' must be one of AllowedValues".formatted(name));
        }
        if (definition.get("AllowedPattern") instanceof String pattern && !Pattern.matches(pattern, value)) {
            throw AwsRefusal.validation("Parameter '%s' must match pattern %s".formatted(name, pattern));
        }
    }
}

package openproton.render.jinja.filter;

import static openproton.render.jinja.filter.JinjaFilter.filter;
import static openproton.render.jinja.filter.JinjaFilter.placed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openproton.render.jinja.value.Arguments;
import openproton.render.jinja.value.Dict;
import openproton.render.jinja.value.Fault;
import openproton.render.jinja.value.Numbers;
import openproton.render.jinja.value.Printed;
import openproton.render.jinja.value.Text;
import openproton.render.jinja.value.Value;
import openproton.render.jinja.value.ValueKind;

/// Proton's own filters: they write outputs as YAML for CloudFormation (docs/behaviour/rendering.md#filters).
final class ProtonFilters {
    private static final String PLAIN = "^[a-zA-Z0-9_-]*$";
    private static final Pattern PLAIN_TEXT = Pattern.compile("[a-zA-Z0-9_-]*");
    private static final Pattern POLICY = Pattern.compile("arn:[a-zA-Z-]+:iam::[0-9]{12}:policy/.*", Pattern.DOTALL);
    private static final Pattern ARN =
            Pattern.compile("arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:(?:[0-9]{12})?:[^\\s\"'{}]+");

    static final Map<String, JinjaFilter> ALL = Map.ofEntries(
            placed("proton_cfn_ecs_task_definition_formatted_env_vars", "raw", ProtonFilters::taskVariables),
            placed("proton_cfn_lambda_function_formatted_env_vars", "raw", ProtonFilters::functionVariables),
            placed("proton_cfn_iam_policy_arns", "", ProtonFilters::policies),
            filter("proton_cfn_sanitize", "", (value, arguments) -> sanitized(value)));

    private ProtonFilters() {}

    private static Value taskVariables(Value outputs, Arguments arguments, OutputPlace place) {
        List<YamlLines.Entry> entries = texts(outputs, arguments).entrySet().stream()
                .map(variable -> YamlLines.variable(variable.getKey(), variable.getValue()))
                .toList();
        return YamlLines.list(entries, place);
    }

    private static Value functionVariables(Value outputs, Arguments arguments, OutputPlace place) {
        return YamlLines.map(texts(outputs, arguments), place);
    }

    private static Value policies(Value outputs, Arguments arguments, OutputPlace place) {
        List<YamlLines.Entry> policies = texts(outputs, arguments).values().stream()
                .filter(value -> POLICY.matcher(value).matches())
                .map(YamlLines::scalar)
                .toList();
        return YamlLines.list(policies, place);
    }

    private static Value sanitized(Value value) {
        String text = text(value);
        if (!PLAIN_TEXT.matcher(text).matches() && !ARN.matcher(text).matches()) {
            throw illegal(text, " or be a valid ARN");
        }
        return value instanceof Text ? value : Value.text(text);
    }

    /// @param arguments with `raw=False` every value must be plain
    private static Map<String, String> texts(Value outputs, Arguments arguments) {
        if (!(outputs instanceof Dict map)) {
            throw new Fault("a map is expected, such as environment.outputs, not %s".formatted(ValueKind.of(outputs)));
        }
        boolean raw = arguments.truth("raw", true);
        var texts = new LinkedHashMap<String, String>();
        for (Value key : map.keys()) {
            String text = text(map.get(key).orElseThrow());
            if (!raw && !PLAIN_TEXT.matcher(text).matches()) {
                throw illegal(text, "");
            }
            texts.put(Printed.str(key), text);
        }
        return texts;
    }

    private static String text(Value value) {
        if (value instanceof Text || Numbers.isNumber(value)) {
            return Printed.str(value);
        }
        throw new Fault("a string is expected, not %s".formatted(ValueKind.of(value)));
    }

    private static Fault illegal(String text, String more) {
        return new Fault("Illegal character(s) detected in \"%s\". Must match regex %s%s".formatted(text, PLAIN, more));
    }
}

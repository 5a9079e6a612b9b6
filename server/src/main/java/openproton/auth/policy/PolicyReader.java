package openproton.auth.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openproton.auth.policy.Condition.Quantifier;
import openproton.auth.policy.PolicyStatement.Effect;
import openproton.base.JsonData;

/// Reads the JSON of a policy document; refuses every member and value that it does not know, rather than ignore them.
final class PolicyReader {
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_MEMBERS =
            Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final String IF_EXISTS = "IfExists";

    private PolicyReader() {}

    static List<PolicyStatement> read(String json) {
        Map<String, Object> policy = JsonData.object(json);
        refuseOthers("a policy", policy, MEMBERS);
        String version = JsonData.text(policy.getOrDefault("Version", "2012-10-17"));
        if (!VERSIONS.contains(version)) {
            throw new IllegalArgumentException(
                    "the Version of a policy must be 2012-10-17, not '%s'".formatted(version));
        }
        Object found = required("a policy", policy, "Statement");
        List<?> all = found instanceof List<?> list ? list : List.of(found);
        var statements = new ArrayList<PolicyStatement>();
        for (Object one : all) {
            statements.add(statement("statement " + (statements.size() + 1), one));
        }
        return List.copyOf(statements);
    }

    private static PolicyStatement statement(String where, Object value) {
        try {
            Map<String, Object> statement = JsonData.members(value);
            refuseOthers(where, statement, STATEMENT_MEMBERS);
            return new PolicyStatement(
                    effect(JsonData.text(required(where, statement, "Effect"))),
                    targets(statement, "Action", true),
                    targets(statement, "Resource", false),
                    conditions(JsonData.members(statement.getOrDefault("Condition", Map.of()))));
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException("%s: %s".formatted(where, failure.getMessage()), failure);
        }
    }

    private static Effect effect(String text) {
        return switch (text) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new IllegalArgumentException("Effect must be Allow or Deny, not '%s'".formatted(text));
        };
    }

    private static PatternSet targets(Map<String, Object> statement, String member, boolean ignoreCase) {
        if (statement.containsKey(member) == statement.containsKey("Not" + member)) {
            throw new IllegalArgumentException("either %s or Not%s must be there".formatted(member, member));
        }
        boolean allBut = !statement.containsKey(member);
        List<String> patterns = JsonData.texts(required("it", statement, allBut ? "Not" + member : member));
        return new PatternSet(
                allBut,
                patterns.stream()
                        .map(text -> Glob.of(ignoreCase ? text.toLowerCase(Locale.ROOT) : text))
                        .toList());
    }

    private static List<Condition> conditions(Map<String, Object> operators) {
        var conditions = new ArrayList<Condition>();
        operators.forEach((operator, keys) -> JsonData.members(keys)
                .forEach((key, wanted) -> conditions.add(condition(operator, key, JsonData.texts(wanted)))));
        return List.copyOf(conditions);
    }

    private static Condition condition(String operator, String key, List<String> wanted) {
        Quantifier quantifier = quantifier(operator);
        String name = operator.substring(operator.indexOf(':') + 1);
        boolean ifExists = name.endsWith(IF_EXISTS);
        String plain = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        ConditionOperator comparison = ConditionOperator.find(plain)
                .orElseThrow(() -> new IllegalArgumentException("the condition operator '%s' is not known; known are %s"
                        .formatted(operator, ConditionOperator.allSpelled())));
        return new Condition(quantifier, comparison, ifExists, key, wanted);
    }

    private static Quantifier quantifier(String operator) {
        if (operator.startsWith("ForAllValues:")) {
            return Quantifier.ALL;
        }
        return operator.startsWith("ForAnyValue:") ? Quantifier.ANY : Quantifier.ONE;
    }

    private static Object required(String where, Map<String, Object> members, String member) {
        Object value = members.get(member);
        if (value == null) {
            throw new IllegalArgumentException("%s must have '%s'".formatted(where, member));
        }
        return value;
    }

    private static void refuseOthers(String where, Map<String, Object> members, Set<String> known) {
        for (String member : members.keySet()) {
            if (!known.contains(member)) {
                throw new IllegalArgumentException("%s has '%s', which is none of %s"
                        .formatted(where, member, known.stream().sorted().toList()));
            }
        }
    }
}

package openproton.auth.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An IAM policy document: the actions that it allows and denies.
///
/// @param name the name of a built-in policy, or empty
public record Policy(String name, List<PolicyStatement> statements) {

    /// Whether any statement about an action has a condition.
    public boolean hasConditionsOn(String action) {
        var anything = new AccessRequest(action, "*", Map.of());
        return statements.stream()
                .filter(statement -> !statement.conditions().isEmpty())
                .anyMatch(statement -> statement.actions().cover(action.toLowerCase(Locale.ROOT), anything));
    }

    /// Reads a policy document, or finds a built-in policy by its name.
    ///
    /// @throws IllegalArgumentException naming the part of the document that cannot be understood
    public static Policy of(String nameOrDocument) {
        return nameOrDocument.strip().startsWith("{")
                ? new Policy("", PolicyReader.read(nameOrDocument))
                : BuiltInPolicy.named(nameOrDocument).policy();
    }

    /// A policy that allows one action on one resource and nothing else.
    public static Policy allowing(String action, String resource) {
        var statement = new PolicyStatement(
                PolicyStatement.Effect.ALLOW,
                new PatternSet(false, List.of(Glob.exact(action.toLowerCase(Locale.ROOT)))),
                new PatternSet(false, List.of(Glob.exact(resource))),
                List.of());
        return new Policy("", List.of(statement));
    }

    /// Whether policies together allow a request: one must allow it, and none may deny it.
    public static boolean allow(List<Policy> policies, AccessRequest request) {
        return policies.stream().noneMatch(policy -> policy.says(PolicyStatement.Effect.DENY, request))
                && policies.stream().anyMatch(policy -> policy.says(PolicyStatement.Effect.ALLOW, request));
    }

    boolean says(PolicyStatement.Effect effect, AccessRequest request) {
        return statements.stream().anyMatch(statement -> statement.says(effect, request));
    }
}

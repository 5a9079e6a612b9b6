package openproton.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an identity may do, as an IAM policy document says it.
///
/// @param name the name of a built-in policy, or empty
public record Policy(String name, List<Statement> statements) {

    /// Whether any statement about an action has a condition.
    boolean hasConditionsOn(String action) {
        var anything = new Question(action, "*", Map.of());
        return statements.stream()
                .filter(statement -> !statement.conditions().isEmpty())
                .anyMatch(statement -> statement.actions().cover(action.toLowerCase(Locale.ROOT), anything));
    }

    /// Reads a policy document, or finds a built-in policy by its name.
    ///
    /// @throws IllegalArgumentException saying what cannot be understood
    public static Policy of(String nameOrDocument) {
        return nameOrDocument.strip().startsWith("{")
                ? new Policy("", PolicyReader.read(nameOrDocument))
                : BuiltInPolicy.named(nameOrDocument).policy();
    }

    /// A policy that allows one action on one resource and nothing else.
    public static Policy allowing(String action, String resource) {
        var statement = new Statement(
                Statement.Effect.ALLOW,
                new Targets(false, List.of(Glob.exact(action.toLowerCase(Locale.ROOT)))),
                new Targets(false, List.of(Glob.exact(resource))),
                List.of());
        return new Policy("", List.of(statement));
    }

    boolean says(Statement.Effect effect, Question question) {
        return statements.stream().anyMatch(statement -> statement.says(effect, question));
    }
}

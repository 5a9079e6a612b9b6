package openproton.auth;

import java.util.List;
import java.util.Locale;

/// One statement of a policy: what it allows or denies, and when.
record Statement(Effect effect, Targets actions, Targets resources, List<Condition> conditions) {

    /// What a statement that fits a question says.
    enum Effect {
        ALLOW,
        DENY
    }

    boolean says(Effect wanted, Question question) {
        return effect == wanted
                && actions.cover(question.action().toLowerCase(Locale.ROOT), question)
                && resources.cover(question.resource(), question)
                && conditions.stream().allMatch(condition -> condition.holds(question));
    }
}

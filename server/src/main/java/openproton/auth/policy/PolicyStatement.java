package openproton.auth.policy;

import java.util.List;
import java.util.Locale;

/// One statement of a policy: the actions on resources that it allows or denies, and the conditions for that.
record PolicyStatement(Effect effect, PatternSet actions, PatternSet resources, List<Condition> conditions) {

    /// What a statement decides about the requests that it matches.
    enum Effect {
        ALLOW,
        DENY
    }

    boolean says(Effect wanted, AccessRequest request) {
        return effect == wanted
                && actions.cover(request.action().toLowerCase(Locale.ROOT), request)
                && resources.cover(request.resource(), request)
                && conditions.stream().allMatch(condition -> condition.holds(request));
    }
}

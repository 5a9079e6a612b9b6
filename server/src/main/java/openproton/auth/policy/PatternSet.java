package openproton.auth.policy;

import java.util.List;

/// The actions or the resources that a statement is about.
///
/// @param allBut whether it is about everything that no pattern fits (`NotAction`, `NotResource`)
record PatternSet(boolean allBut, List<Glob> patterns) {

    boolean cover(String text, AccessRequest request) {
        return allBut != patterns.stream().anyMatch(pattern -> pattern.matches(text, request));
    }
}

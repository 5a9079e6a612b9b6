package openproton;

import java.util.Set;

/// What may be over a budget. These lists may only shrink.
final class Exceptions {
    /// Files that wire many rooms together.
    static final Set<String> MANY_IMPORTS = Set.of("House.java", "Resources.java", "Guard.java");

    /// Methods that may be longer than the ceiling: `Class.method`.
    static final Set<String> LONG_METHODS = Set.of();

    private Exceptions() {}
}

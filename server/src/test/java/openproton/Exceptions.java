package openproton;

import java.util.Set;

/// What may be over a budget. These lists may only shrink.
final class Exceptions {
    /// Files that wire many rooms together.
    static final Set<String> MANY_IMPORTS = Set.of("House.java", "Resources.java", "Guard.java", "TestHouse.java");

    private Exceptions() {}
}

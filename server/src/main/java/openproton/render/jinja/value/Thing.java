package openproton.render.jinja.value;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// An object with behaviour: a function, a macro, the `loop` of a `for`, a namespace, an iterator.
public non-sealed interface Thing extends Value {
    /// What it is, in messages.
    String kind();

    /// A member by its name.
    default Optional<Value> member(String name) {
        return Optional.empty();
    }

    /// The names of its members, for hints.
    default Collection<String> memberNames() {
        return Set.of();
    }

    /// Whether [#call] may be used.
    default boolean isCallable() {
        return false;
    }

    /// Calls it.
    ///
    /// @throws Fault when it cannot be called, or not with these arguments
    default Value call(Arguments arguments) {
        throw new Fault("%s cannot be called".formatted(kind()));
    }
}

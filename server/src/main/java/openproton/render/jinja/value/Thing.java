package openproton.render.jinja.value;

import java.util.Optional;

/// Something with behaviour: a function, a macro, the `loop` of a `for`, a namespace, an iterator.
public non-sealed interface Thing extends Value {
    /// What it is, in messages.
    String kind();

    /// A member by its name.
    default Optional<Value> member(String name) {
        return Optional.empty();
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

package openproton.server;

/// One thing that every request must pass.
@FunctionalInterface
public interface Gate {

    /// Lets an exchange pass, perhaps knowing more about it, or refuses it by throwing.
    Exchange pass(Exchange exchange);
}

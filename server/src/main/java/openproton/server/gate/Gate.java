package openproton.server.gate;

/// A check that every request must pass.
@FunctionalInterface
interface Gate {

    /// Lets an exchange pass, with the facts that the check established, or refuses it by throwing.
    Exchange pass(Exchange exchange);
}

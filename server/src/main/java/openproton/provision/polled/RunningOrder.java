package openproton.provision.polled;

import openproton.provision.Progress;

/// A running order, as this process polls it.
public interface RunningOrder {

    /// Whether the next poll is due.
    boolean isDue();

    /// Polls once, and brings the order as far as possible without waiting.
    Progress advance();

    /// Makes the next poll due at once, because of a cancellation.
    void hurry();
}

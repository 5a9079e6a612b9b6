package openproton.provision.polled;

import java.time.Duration;
import openproton.provision.Progress;

/// A running order, as this process polls it.
public interface RunningOrder {

    /// Whether the next poll is due.
    boolean isDue();

    /// How long the world will not be asked about it again.
    Duration pause();

    /// Asks the world, and brings the order as far as it goes without waiting.
    Progress advance();

    /// Makes the next poll due at once, because of a cancellation.
    void hurry();
}

package openproton.provision.polled;

import java.time.Duration;
import openproton.provision.Progress;

/// One running order in the memory of one server.
public interface RunningOrder {

    /// Whether the world may be asked about it again.
    boolean isDue();

    /// How long the world will not be asked about it again.
    Duration pause();

    /// Asks the world, and brings the order as far as it goes without waiting.
    Progress advance();

    /// Makes it due, because somebody asked for an early end.
    void hurry();
}

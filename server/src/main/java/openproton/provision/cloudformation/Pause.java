package openproton.provision.cloudformation;

import java.time.Duration;

/// Waits between two polls of a plan.
@FunctionalInterface
public interface Pause {

    /// Returns when the time is over.
    void rest(Duration time);
}

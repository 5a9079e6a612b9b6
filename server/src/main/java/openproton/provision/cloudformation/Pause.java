package openproton.provision.cloudformation;

import java.time.Duration;

/// Lets time pass while somebody waits for an answer.
@FunctionalInterface
public interface Pause {

    /// Returns when the time is over.
    void rest(Duration time);
}

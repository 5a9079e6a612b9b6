package openproton.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told how much time has passed.
public final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets time pass.
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}

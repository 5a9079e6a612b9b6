package openproton.provision.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells when AWS may be asked about an order again: soon at first, then less often; much less while it is in trouble.
final class Pace {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LAST = Duration.ofSeconds(10);
    private static final Duration LAST_IN_TROUBLE = Duration.ofSeconds(60);

    private final InstantSource clock;
    private Duration pause = FIRST;
    private Instant next = Instant.MIN;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    void hurry() {
        next = Instant.MIN;
    }

    /// AWS answered: what changed goes on fast, the rest slower and slower, half as slow again each time.
    void answered(boolean changed) {
        pause = changed ? FIRST : shorter(pause.multipliedBy(3).dividedBy(2), LAST);
        next = clock.instant().plus(pause);
    }

    void troubled() {
        next = clock.instant().plus(pause);
        pause = shorter(pause.multipliedBy(2), LAST_IN_TROUBLE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package openproton.provision.pullrequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Tells when a host may be asked about an order again: soon at first, then once a minute; not before the host
/// said so.
final class Pace {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofMinutes(1);

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
        pause = FIRST;
    }

    /// Half as slow again each time.
    ///
    /// @param notBefore when the host said it may be asked again
    void slower(Optional<Instant> notBefore) {
        Instant now = clock.instant();
        next = notBefore.filter(now.plus(pause)::isBefore).orElse(now.plus(pause));
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        pause = longer.compareTo(LAST) < 0 ? longer : LAST;
    }
}

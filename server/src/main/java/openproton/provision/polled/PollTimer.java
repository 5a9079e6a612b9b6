package openproton.provision.polled;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells when to poll again for an order. The first poll is due at once; the engine makes the pauses between polls
/// longer or shorter.
public final class PollTimer {
    private final InstantSource clock;
    private final Duration first;
    private Duration pause;
    private Instant next = Instant.MIN;
    private volatile boolean woken;

    /// @param first the shortest pause
    public PollTimer(InstantSource clock, Duration first) {
        this.clock = clock;
        this.first = first;
        this.pause = first;
    }

    /// Whether the pause is over, or was ended by [#wake], which counts once.
    public boolean isDue() {
        if (!woken && clock.instant().isBefore(next)) {
            return false;
        }
        woken = false;
        return true;
    }

    /// How long the pause still is; nothing when it is over.
    public Duration left() {
        Duration left = Duration.between(clock.instant(), next.equals(Instant.MIN) ? clock.instant() : next);
        return woken || left.isNegative() ? Duration.ZERO : left;
    }

    /// Ends the pause, from any thread, and while the world is being asked for the pause after that.
    public void wake() {
        woken = true;
    }

    /// Ends the pause.
    public void hurry() {
        next = Instant.MIN;
    }

    /// Begins a pause.
    public void rest() {
        rest(Instant.MIN);
    }

    /// Begins a pause.
    ///
    /// @param notBefore the earliest time of the next poll
    public void rest(Instant notBefore) {
        Instant end = clock.instant().plus(pause);
        next = end.isBefore(notBefore) ? notBefore : end;
    }

    /// Makes the pauses from now on as short as the first.
    public void shorten() {
        pause = first;
    }

    /// Makes the pauses from now on longer.
    ///
    /// @param percent of the previous pause: 150 makes it half as long again
    /// @param max the longest
    public void lengthen(int percent, Duration max) {
        Duration longer = pause.multipliedBy(percent).dividedBy(100);
        pause = longer.compareTo(max) < 0 ? longer : max;
    }
}

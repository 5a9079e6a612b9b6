package openproton.render.jinja;

import java.util.function.LongSupplier;
import openproton.render.jinja.value.Fault;

/// The remaining limits of one rendering.
final class Budget {
    private static final int STEPS_BETWEEN_LOOKS = 16;

    private final JinjaLimits limits;
    private final LongSupplier nanoseconds;
    private final long end;
    private int steps;
    private int depth;

    Budget(JinjaLimits limits, LongSupplier nanoseconds) {
        this.limits = limits;
        this.nanoseconds = nanoseconds;
        this.end = nanoseconds.getAsLong() + limits.time().toNanos();
    }

    /// One more pass, call or filter.
    void step() {
        if (++steps > limits.steps()) {
            throw new Fault("the template takes more than %,d steps".formatted(limits.steps()));
        }
        if (steps % STEPS_BETWEEN_LOOKS == 0 && nanoseconds.getAsLong() - end > 0) {
            throw new Fault("the template takes longer than %d seconds"
                    .formatted(limits.time().toSeconds()));
        }
    }

    /// One more call inside another; [#leave] ends it.
    void enter() {
        if (++depth > limits.depth()) {
            throw new Fault("macros and recursive loops are called more than %d deep".formatted(limits.depth()));
        }
    }

    void leave() {
        depth--;
    }

    void checkOutput(long length) {
        if (length > limits.outputLength()) {
            throw new Fault("the result gets longer than %,d characters".formatted(limits.outputLength()));
        }
    }
}

package openproton.provision.cloudformation;

import java.util.Optional;
import openproton.provision.Progress;

/// What comes of one look at an order.
sealed interface Step {

    /// It came to the next phase, which can be looked at at once.
    ///
    /// @param marksAt the stack whose history starts to matter; empty to go on with the one before
    record Go(Phase next, String marksAt) implements Step {}

    /// AWS is not ready yet.
    ///
    /// @param what what it waits for, where that is not the stack's own progress
    record Wait(Optional<String> what) implements Step {

        /// The stack goes on by itself.
        Wait() {
            this(Optional.empty());
        }
    }

    /// It is over.
    record End(Progress progress) implements Step {}

    /// Goes on with the same history.
    static Step go(Phase next) {
        return new Go(next, "");
    }
}

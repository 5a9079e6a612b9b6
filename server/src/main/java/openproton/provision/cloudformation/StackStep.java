package openproton.provision.cloudformation;

import java.util.Optional;
import openproton.provision.Progress;

/// What comes of one look at an order.
sealed interface StackStep {

    /// It came to the next phase, which can be looked at at once.
    ///
    /// @param marksAt the stack whose history starts to matter; empty to go on with the one before
    record Go(StackStage next, String marksAt) implements StackStep {}

    /// AWS is not ready yet.
    ///
    /// @param what what it waits for, where that is not the stack's own progress
    record Wait(Optional<String> what) implements StackStep {

        /// The stack goes on by itself.
        Wait() {
            this(Optional.empty());
        }
    }

    /// It is over.
    record End(Progress progress) implements StackStep {}

    /// Goes on with the same history.
    static StackStep go(StackStage next) {
        return new Go(next, "");
    }
}

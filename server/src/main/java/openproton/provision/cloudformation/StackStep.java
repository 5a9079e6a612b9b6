package openproton.provision.cloudformation;

import java.util.Optional;
import openproton.provision.Progress;

/// The result of one step.
sealed interface StackStep {

    /// The order enters the next stage, whose first step can follow at once.
    ///
    /// @param marksAt the stack whose events count from now on; empty to keep the marks
    record Go(StackStage next, String marksAt) implements StackStep {}

    /// AWS is not ready yet.
    ///
    /// @param what the order waits for; empty for the stack's own progress
    record Wait(Optional<String> what) implements StackStep {

        /// CloudFormation is working on the stack.
        Wait() {
            this(Optional.empty());
        }
    }

    /// The order is over.
    record End(Progress progress) implements StackStep {}

    /// Enters the next stage and keeps the marks.
    static StackStep go(StackStage next) {
        return new Go(next, "");
    }
}

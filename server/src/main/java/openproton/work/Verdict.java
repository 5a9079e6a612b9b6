package openproton.work;

import java.time.Duration;
import java.util.function.Consumer;
import openproton.store.Transaction;

/// The result of a step. A thrown exception means: try again later.
public sealed interface Verdict {

    /// The step is over; `change` is saved in the same transaction that moves the job to its next step.
    record Done(Consumer<Transaction> change) implements Verdict {}

    /// The world is not ready yet: run the same step again after `pause`, or earlier when the job is woken.
    record Wait(Duration pause) implements Verdict {}

    /// The job can never succeed; `why` is shown to the person who started it.
    record Fail(String why) implements Verdict {}

    /// The job is over before its last step; `change` is saved with its end.
    record End(Consumer<Transaction> change) implements Verdict {}

    /// A step that is over and changes nothing.
    static Verdict done() {
        return new Done(_ -> {});
    }
}

package openproton.work;

/// Tells the worker that a job has become due, so that nobody waits for its next look at the table.
public final class Bell {
    private volatile Runnable listener = () -> {};

    /// Sets who listens from now on.
    void onRing(Runnable action) {
        listener = action;
    }

    void ring() {
        listener.run();
    }
}

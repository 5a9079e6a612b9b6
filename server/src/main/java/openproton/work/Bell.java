package openproton.work;

/// Wakes the worker when a job becomes due, before its next poll of the table.
public final class Bell {
    private volatile Runnable listener = () -> {};

    /// Sets the listener.
    void onRing(Runnable action) {
        listener = action;
    }

    void ring() {
        listener.run();
    }
}

package openproton.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Counts the requests that are being answered, and refuses those beyond the limit.
final class RequestsInFlight {
    private final int max;
    private final Semaphore free;
    private volatile boolean closing;

    RequestsInFlight(int max) {
        this.max = max;
        this.free = new Semaphore(max);
    }

    /// Answers within the limit, or with `refusal` when there are too many or the door is closing.
    <T> T answer(Supplier<T> answer, Supplier<T> refusal) {
        if (closing || !free.tryAcquire()) {
            return refusal.get();
        }
        try {
            return answer.get();
        } finally {
            free.release();
        }
    }

    int count() {
        return max - free.availablePermits();
    }

    /// Refuses new requests and waits for those that are being answered, but not longer than the limit.
    void finish(Duration limit) {
        closing = true;
        try {
            if (free.tryAcquire(max, limit.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(max);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

package openproton.provision.polled;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import openproton.provision.Progress;

/// The running orders of one engine in this process. One thread at a time polls for an order.
///
/// @param <J> the engine's memory of an order; memories of the same folder are equal
/// @param <W> the engine's running order
public final class RunningOrders<J extends OrderMemory, W extends RunningOrder> {
    private final Function<J, W> opening;
    private final Map<J, Seen<W>> orders = new ConcurrentHashMap<>();

    /// An order and the result of its last poll.
    private static final class Seen<W extends RunningOrder> {
        private final W order;
        private Progress last = new Progress.Running();

        private Seen(W order) {
            this.order = order;
        }

        private Progress now() {
            if (order.isDue()) {
                last = order.advance();
            }
            return last;
        }
    }

    /// @param opening makes the running order for a memory
    public RunningOrders(Function<J, W> opening) {
        this.opening = opening;
    }

    /// The progress of a started order. Polls if that is due.
    public Progress look(J memory) {
        Optional<Progress> end = memory.end();
        if (end.isPresent()) {
            forget(memory);
            return end.get();
        }
        Progress progress = ask(memory, seen(memory));
        if (!(progress instanceof Progress.Running)) {
            forget(memory);
        }
        return progress;
    }

    private Progress ask(J memory, Seen<W> seen) {
        synchronized (seen) {
            return memory.end().orElseGet(seen::now);
        }
    }

    /// When a look at an order would ask the world again; at once for one that this server has not looked at yet.
    public Duration lookAgainIn(J memory) {
        Seen<W> seen = orders.get(memory);
        return seen == null ? Duration.ZERO : seen.order.pause();
    }

    /// Notes that an order is to end early, unless it is over; the next look asks the world at once.
    public void cancel(J memory) {
        if (!memory.exists() || memory.end().isPresent()) {
            return;
        }
        Seen<W> seen = seen(memory);
        synchronized (seen) {
            if (memory.end().isEmpty() && !memory.isToBeCancelled()) {
                memory.askToCancel();
                seen.order.hurry();
            }
        }
    }

    /// Forgets an order that needs no more polls.
    public void forget(J memory) {
        orders.remove(memory);
    }

    /// Calls back for every order; other threads may be polling for it meanwhile.
    public void tell(Consumer<W> news) {
        orders.values().forEach(seen -> news.accept(seen.order));
    }

    private Seen<W> seen(J memory) {
        return orders.computeIfAbsent(memory, fresh -> new Seen<>(opening.apply(fresh)));
    }
}

package openproton.provision.polled;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import openproton.provision.Progress;

/// The running orders of one engine in the memory of one server; one thread at a time looks at an order.
///
/// @param <J> the engine's journal; journals of the same folder are equal
/// @param <W> what the engine has in memory of an order
public final class RunningOrders<J extends OrderMemory, W extends RunningOrder> {
    private final Function<J, W> opening;
    private final Map<J, Seen<W>> orders = new ConcurrentHashMap<>();

    /// An order, and what was seen of it last.
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

    /// @param opening takes up an order that this server has not looked at yet
    public RunningOrders(Function<J, W> opening) {
        this.opening = opening;
    }

    /// Where a started order stands; the world is asked, unless that was done just before.
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

    /// Lets go of an order that needs no more looks.
    public void forget(J memory) {
        orders.remove(memory);
    }

    /// Tells every order something, while others may be looking at it.
    public void tell(Consumer<W> news) {
        orders.values().forEach(seen -> news.accept(seen.order));
    }

    private Seen<W> seen(J memory) {
        return orders.computeIfAbsent(memory, fresh -> new Seen<>(opening.apply(fresh)));
    }
}

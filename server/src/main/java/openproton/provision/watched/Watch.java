package openproton.provision.watched;

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
public final class Watch<J extends OrderJournal, W extends Watched> {
    private final Function<J, W> opening;
    private final Map<J, Seen<W>> orders = new ConcurrentHashMap<>();

    /// An order, and what was seen of it last.
    private static final class Seen<W extends Watched> {
        private final W order;
        private Progress last = new Progress.Running();

        private Seen(W order) {
            this.order = order;
        }

        private Progress now() {
            if (order.isDue()) {
                last = order.ask();
            }
            return last;
        }
    }

    /// @param opening takes up an order that this server has not looked at yet
    public Watch(Function<J, W> opening) {
        this.opening = opening;
    }

    /// Where a started order stands; the world is asked, unless that was done just before.
    public Progress look(J journal) {
        Optional<Progress> end = journal.end();
        if (end.isPresent()) {
            forget(journal);
            return end.get();
        }
        Progress progress = ask(journal, seen(journal));
        if (!(progress instanceof Progress.Running)) {
            forget(journal);
        }
        return progress;
    }

    private Progress ask(J journal, Seen<W> seen) {
        synchronized (seen) {
            return journal.end().orElseGet(seen::now);
        }
    }

    /// When a look at an order would ask the world again; at once for one that this server has not looked at yet.
    public Duration lookAgainIn(J journal) {
        Seen<W> seen = orders.get(journal);
        return seen == null ? Duration.ZERO : seen.order.pause();
    }

    /// Notes that an order is to end early, unless it is over; the next look asks the world at once.
    public void cancel(J journal) {
        if (!journal.exists() || journal.end().isPresent()) {
            return;
        }
        Seen<W> seen = seen(journal);
        synchronized (seen) {
            if (journal.end().isEmpty() && !journal.isToBeCancelled()) {
                journal.askToCancel();
                seen.order.hurry();
            }
        }
    }

    /// Lets go of an order that needs no more looks.
    public void forget(J journal) {
        orders.remove(journal);
    }

    /// Tells every order something, while others may be looking at it.
    public void tell(Consumer<W> news) {
        orders.values().forEach(seen -> news.accept(seen.order));
    }

    private Seen<W> seen(J journal) {
        return orders.computeIfAbsent(journal, fresh -> new Seen<>(opening.apply(fresh)));
    }
}

package openproton.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Asks as fast as some connections can for a bounded time.
///
/// @param port where to ask
/// @param time how long to measure; a third of it is spent warming up before
record Load(int port, Duration time) {

    /// What was measured.
    ///
    /// @param perSecond answers in a second, over all connections
    /// @param p50 half of the answers came within this many microseconds
    /// @param p99 of a hundred answers, ninety-nine came within this many microseconds
    record Measured(double perSecond, long p50, long p99) {}

    /// @param requests makes the next request; called by all connections
    Measured run(int connections, Supplier<byte[]> requests) throws IOException, InterruptedException {
        measure(connections, requests, time.dividedBy(3));
        return measure(connections, requests, time);
    }

    private Measured measure(int connections, Supplier<byte[]> requests, Duration span)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        var tasks = new ArrayList<Callable<long[]>>();
        for (int i = 0; i < connections; i++) {
            tasks.add(() -> one(requests, end));
        }
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<long[]>();
            for (var done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
            return summary(all, span);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    private long[] one(Supplier<byte[]> requests, long end) throws IOException {
        var took = new long[1 << 16];
        int count = 0;
        try (var client = new RawClient(port)) {
            while (System.nanoTime() < end) {
                byte[] request = requests.get();
                long begin = System.nanoTime();
                client.ask(request);
                if (count == took.length) {
                    took = Arrays.copyOf(took, count * 2);
                }
                took[count++] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(took, count);
    }

    private static Measured summary(List<long[]> all, Duration span) {
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double perSecond = sorted.length / (span.toNanos() / 1e9);
        return new Measured(perSecond, micros(sorted, 0.50), micros(sorted, 0.99));
    }

    private static long micros(long[] sorted, double part) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1000;
    }
}

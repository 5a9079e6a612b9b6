package openproton;

import java.util.concurrent.atomic.AtomicInteger;
import openproton.base.Ids;

/// Ids that are counted, so that every run of a test gives out the same ones.
final class CountedIds implements Ids {
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public String next() {
        return "00000000-0000-4000-8000-%012x".formatted(last.incrementAndGet());
    }
}

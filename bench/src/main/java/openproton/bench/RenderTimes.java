package openproton.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import openproton.render.jinja.Jinja;

/// How long this engine takes for one template, as medians in microseconds.
record RenderTimes(String template, Map<String, Object> data) {
    private static final Duration TIME = Duration.ofMillis(500);
    private static final int TIMES_MAX = 200_000;

    void warmUp() {
        first();
        cached();
    }

    /// With an engine that has never seen the text.
    double first() {
        return median(() -> new Jinja(System::nanoTime).render("f", new String(template.toCharArray()), data));
    }

    /// With an engine that has rendered the text before.
    double cached() {
        var jinja = new Jinja(System::nanoTime);
        return median(() -> jinja.render("f", template, data));
    }

    String output() {
        return new Jinja(System::nanoTime).render("f", template, data);
    }

    private static double median(Runnable work) {
        var times = new long[TIMES_MAX];
        int count = 0;
        long end = System.nanoTime() + TIME.toNanos();
        while (count < TIMES_MAX && System.nanoTime() < end) {
            long begin = System.nanoTime();
            work.run();
            times[count++] = System.nanoTime() - begin;
        }
        return Arrays.stream(times, 0, count)
                        .sorted()
                        .skip(count / 2)
                        .findFirst()
                        .orElseThrow()
                / 1e3;
    }
}

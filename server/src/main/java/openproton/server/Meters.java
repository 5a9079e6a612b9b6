package openproton.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import openproton.server.gate.Answer;
import openproton.server.gate.Gates;
import openproton.server.gate.OperationCall;

/// The metrics that `GET /metrics` answers with.
public final class Meters {
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("openproton_requests_total")
            .help("Requests answered, by operation and HTTP status")
            .labelNames("operation", "status", "error")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("openproton_request_seconds")
            .help("Time from the first byte of a request to its answer")
            .labelNames("operation")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);

    public Meters() {
        Runtime runtime = Runtime.getRuntime();
        gauge("jvm_heap_used_bytes", "Heap in use", () -> runtime.totalMemory() - runtime.freeMemory());
        gauge("jvm_heap_max_bytes", "How far the heap may grow", runtime::maxMemory);
        gauge(
                "jvm_threads",
                "Platform threads",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                "jvm_uptime_seconds",
                "Since the start",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        gauge(
                "jvm_load_average",
                "Of the machine, over a minute",
                () -> ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Adds a value that is read at each scrape.
    ///
    /// @param name lower-case words joined by underscores, the unit last
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// Everything, in the text format of Prometheus.
    byte[] text() {
        var text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toByteArray();
    }

    /// Counts an answer; requests that name no operation of ours count as `none`.
    void count(Gates.Passage passage, Duration taken) {
        String operation =
                passage.exchange().call().map(OperationCall::toString).orElse("none");
        Answer answer = passage.answer();
        requests.labelValues(
                        operation,
                        Integer.toString(answer.status()),
                        answer.errorType().orElse(""))
                .inc();
        seconds.labelValues(operation).observe(taken.toNanos() / 1e9);
    }
}

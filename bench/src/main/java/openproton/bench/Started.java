package openproton.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A process that was started and has said that it is ready.
///
/// @param process ended by closing this
/// @param port where it answers
/// @param ready how long it took from the start to the ready line
record Started(Process process, int port, Duration ready) implements Closeable {

    /// Starts a command and waits for a line that ends with its address.
    ///
    /// @param log takes what it writes to stderr
    static Started of(List<String> command, Map<String, String> environment, Path log) throws IOException {
        long begin = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(" ready at http://")) {
                int port = Integer.parseInt(
                        line.substring(line.lastIndexOf(':') + 1).replaceAll("\\D.*", ""));
                return new Started(process, port, Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        throw new IOException("the process ended before it was ready; its log is " + log);
    }

    /// The memory that the process keeps in RAM, in megabytes; 0 where the system does not tell.
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

package openproton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentTemplateInput;
import openproton.api.GetEnvironmentInput;
import openproton.api.ListServiceInstancesInput;

/// The whole measurement: starts the server as a user would, fills it, asks it, and asks a bare endpoint for the same.
public final class Bench {
    private static final int INSTANCES = 100_000;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final List<Integer> CONNECTIONS = List.of(1, 16);

    private final Path root;
    private final Path work;

    private Bench(Path root) throws IOException {
        this.root = root.toRealPath();
        this.work = Files.createTempDirectory("openproton-bench");
    }

    /// `Bench ROOT`: the folder of the repository.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Bench(Path.of(arguments[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path data = Files.createDirectory(work.resolve("data"));
        try (Started first = server(data)) {
            say("first start on an empty folder: ready after %d ms"
                    .formatted(first.ready().toMillis()));
        }
        Seed.fill(data, INSTANCES);
        try (Started server = server(data)) {
            say("second start: ready after %d ms".formatted(server.ready().toMillis()));
            Thread.sleep(Duration.ofSeconds(3));
            say("memory at rest: %d MB".formatted(server.residentMegabytes()));
            say("time from CreateEnvironment to the first command: %d ms"
                    .formatted(new FirstCommand(data, server.port()).measure().toMillis()));
            compare(data, server);
            say("memory after the load: %d MB".formatted(server.residentMegabytes()));
        }
    }

    private Started server(Path data) throws IOException {
        return Started.of(
                List.of(root.resolve("bin/openproton").toString(), "serve", "--data", data.toString(), "--port", "0"),
                Map.of("OPENPROTON_QUOTAS_TEMPLATES", "10000000"),
                work.resolve("server.log"));
    }

    private void compare(Path data, Started server) throws IOException, InterruptedException {
        var requests = Requests.of(data, server.port(), Clock.systemUTC());
        byte[] get = requests.of(
                ApiModel.GET_ENVIRONMENT,
                GetEnvironmentInput.builder().name("prod").build());
        byte[] list = requests.of(
                ApiModel.LIST_SERVICE_INSTANCES,
                ListServiceInstancesInput.builder().maxResults(100).build());
        var number = new AtomicLong();
        Supplier<byte[]> create = () -> requests.of(
                ApiModel.CREATE_ENVIRONMENT_TEMPLATE,
                CreateEnvironmentTemplateInput.builder()
                        .name("t" + number.incrementAndGet())
                        .build());
        say("%-34s %5s %10s %8s %8s %10s %6s"
                .formatted("", "conn", "per s", "p50 µs", "p99 µs", "bare per s", "ratio"));
        compare("GetEnvironment", server, () -> get);
        compare("ListServiceInstances 100 of 100000", server, () -> list);
        compare("CreateEnvironmentTemplate", server, create);
    }

    private void compare(String name, Started server, Supplier<byte[]> requests)
            throws IOException, InterruptedException {
        int size;
        try (var client = new RawClient(server.port())) {
            size = client.ask(requests.get()).length;
        }
        for (int connections : CONNECTIONS) {
            var ours = new Load(server.port(), TIME).run(connections, requests);
            try (Started bare = bare(size)) {
                var best = new Load(bare.port(), TIME).run(connections, requests);
                say("%-34s %5d %10.0f %8d %8d %10.0f %6.2f"
                        .formatted(
                                name,
                                connections,
                                ours.perSecond(),
                                ours.p50(),
                                ours.p99(),
                                best.perSecond(),
                                ours.perSecond() / best.perSecond()));
            }
        }
    }

    /// The bare endpoint in a JVM with the server's own settings.
    private Started bare(int size) throws IOException {
        return Started.of(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareEndpoint.class.getName(),
                        Integer.toString(size)),
                Map.of(),
                work.resolve("bare.log"));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

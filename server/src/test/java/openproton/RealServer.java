package openproton;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.signing.RequestSigner;
import openproton.provision.DeploymentLog;
import openproton.server.WireClient;
import openproton.settings.Setting;
import openproton.settings.Settings;
import openproton.store.Database;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;

/// A server as it is started from settings, with its real engines and clock, and one environment `prod` in it.
@SuppressWarnings("deprecation")
final class RealServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private RunningServer server;

    RealServer(Path data) {
        this.data = data;
        this.server = RunningServer.start(settings(0));
        this.port = server.address().getPort();
    }

    private Settings settings(int at) {
        var flags = Map.of(
                Setting.DATA.key(), data.toString(),
                Setting.PORT.key(), Integer.toString(at),
                Setting.TERRAFORM_GRACE.key(), "20");
        return new Settings(flags, Map.of(), Map.of());
    }

    /// Ends the server; builds go on.
    void stop() {
        server.close();
    }

    /// Starts it again where it was.
    void startAgain() {
        server = RunningServer.start(settings(port));
    }

    @Override
    public void close() {
        server.close();
    }

    ProtonClient sdk() {
        return TestSdk.client(address(), keys());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Calls an operation that the SDK does not know.
    String call(String operation, String json) {
        var signer = new RequestSigner(
                keys().accessKeyId(), keys().secretAccessKey(), Optional.empty(), TestSdk.REGION, "proton");
        var client = new WireClient(port, signer, Clock.systemUTC());
        return client.send(client.signed("OpenProton20261101." + operation, json))
                .body();
    }

    private AwsBasicCredentials keys() {
        List<String> lines = lines(data.resolve("credentials"));
        return AwsBasicCredentials.create(value(lines.get(1)), value(lines.get(2)));
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }

    /// Registers and publishes a new minor version of the environment template `tf`.
    void publish(String minor, byte[] bundle) {
        try {
            Path file = data.resolve("buckets/bundles/tf.tar.gz");
            Files.createDirectories(file.getParent());
            Files.write(file, bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sdk().createEnvironmentTemplateVersion(create -> create.templateName("tf")
                .majorVersion(minor.equals("0") ? null : "1")
                .source(source -> source.s3(s3 -> s3.bucket("bundles").key("tf.tar.gz"))));
        sdk().waiter()
                .waitUntilEnvironmentTemplateVersionRegistered(
                        get -> get.templateName("tf").majorVersion("1").minorVersion(minor));
        sdk().updateEnvironmentTemplateVersion(update ->
                update.templateName("tf").majorVersion("1").minorVersion(minor).status("PUBLISHED"));
    }

    /// Begins to make the environment from the first version.
    void create(byte[] bundle) {
        sdk().createEnvironmentTemplate(create -> create.name("tf"));
        publish("0", bundle);
        sdk().createEnvironment(create -> create.name("prod")
                .templateName("tf")
                .templateMajorVersion("1")
                .spec(TestStories.environmentSpec("north")));
    }

    /// Begins to change its zone.
    void update(String zone) {
        sdk().updateEnvironment(update ->
                update.name("prod").deploymentType("CURRENT_VERSION").spec(TestStories.environmentSpec(zone)));
    }

    /// The environment once its deployment is over.
    Environment settled() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> sdk().getEnvironment(get -> get.name("prod")).environment(),
                        environment -> environment.deploymentStatus() != DeploymentStatus.IN_PROGRESS
                                && environment.deploymentStatus() != DeploymentStatus.CANCELLING);
    }

    void awaitRemoval() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            try {
                sdk().getEnvironment(get -> get.name("prod"));
                return false;
            } catch (ResourceNotFoundException _) {
                return true;
            }
        });
    }

    /// The log of the newest build.
    String log() {
        return new DeploymentLog(data).read(newestBuild(), 0, 1_000_000).text();
    }

    void awaitLog(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> log().contains(text));
    }

    /// Ends the newest build as a crash of the machine would, without any chance to tidy up.
    void killNewestBuild() throws IOException, InterruptedException {
        String claim = lines(data.resolve("builds").resolve(newestBuild()).resolve("pid"))
                .getFirst();
        String leader = claim.substring(0, claim.indexOf(' '));
        new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + leader).start().waitFor();
    }

    private String newestBuild() {
        try (var folders = Files.list(data.resolve("builds"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("launched")))
                    .max(Comparator.comparing(
                            folder -> lines(folder.resolve("launched")).getFirst()))
                    .map(folder -> folder.getFileName().toString())
                    .orElse("none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many rows a table of the server has.
    long rows(String table) {
        try (var database = Database.open("jdbc:sqlite:" + data.resolve("openproton.db"))) {
            return database.read(tx -> tx.find("SELECT COUNT(*) AS n FROM " + table, row -> row.number("n")))
                    .orElseThrow();
        }
    }

    /// The bytes of every state that is kept, read as single letters.
    List<String> sealedStates() {
        try (var database = Database.open("jdbc:sqlite:" + data.resolve("openproton.db"))) {
            return database.read(tx -> tx.list(
                    "SELECT sealed FROM terraform_state",
                    row -> new String(row.bytes("sealed"), StandardCharsets.ISO_8859_1)));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package openproton.provision.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.aws.StandInClients;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.S3Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The same engine on moto, which other people wrote; runs where `moto_server` is installed.
@EnabledIf(value = "isInstalled", disabledReason = "there is no moto_server on the PATH")
class MotoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static Optional<Process> server = Optional.empty();
    private static URI address = URI.create("http://127.0.0.1");

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "moto_server"))
                .anyMatch(Files::isExecutable);
    }

    @BeforeAll
    static void startMoto() throws IOException {
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        server = Optional.of(new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        await().atMost(PATIENCE).until(() -> answers(port));
    }

    @AfterAll
    static void endMoto() {
        server.ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aStackIsPlannedCreatedUpdatedAndDeleted() {
        var world = new StackWorld(data).direct();
        try (world) {
            var engine = world.open(StackWorld.at(address));
            assertThat(engine.plan(StackWorld.provision("plan", StackWorld.ONE_TOPIC)))
                    .isInstanceOfSatisfying(
                            Plan.Known.class,
                            known -> assertThat(known.changes())
                                    .extracting(Plan.Change::kind)
                                    .containsExactly(Plan.Kind.ADD));

            engine.start(as("one", Order.Action.PROVISION, StackWorld.ONE_TOPIC));
            var first = StackWorld.outputs(end(engine, "one"));
            assertThat(first.get("Name")).contains("Topic");

            engine.start(as("two", Order.Action.PROVISION, StackWorld.TWO_TOPICS));
            assertThat(StackWorld.outputs(end(engine, "two"))).containsKey("Name");
            assertThat(world.log("two")).contains("AWS::CloudFormation::Stack UPDATE_COMPLETE");

            engine.start(as("three", Order.Action.DEPROVISION, StackWorld.ONE_TOPIC));
            assertThat(end(engine, "three")).isInstanceOf(Progress.Finished.class);
            assertThat(engine.plan(StackWorld.deprovision("plan2"))).isEqualTo(new Plan.Known(List.of(), ""));
        }
    }

    private static Order as(String id, Order.Action action, String template) {
        return StackWorld.order(id, action, template, Optional.of(StackWorld.ROLE));
    }

    private static Progress end(Engine engine, String id) {
        return Stream.generate(() -> engine.look(id))
                .limit(50)
                .filter(progress -> !(progress instanceof Progress.Running))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void objectsAreReadWrittenAndMissedAsInS3() {
        var clients = new AwsClients(StackWorld.at(address), InstantSource.system());
        var objects = new S3Objects(clients);
        try (var s3 = new StandInClients(address).s3()) {
            s3.createBucket(request -> request.bucket("bundles")
                    .createBucketConfiguration(place -> place.locationConstraint("eu-west-1")));
        }

        objects.put("bundles", "a/b.tar.gz", "content");

        assertThat(objects.fetch("bundles", "a/b.tar.gz", 100))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("content");
        assertThatThrownBy(() -> objects.fetch("bundles", "a/b.tar.gz", 3)).hasMessageContaining("is larger than");
        assertThatThrownBy(() -> objects.fetch("bundles", "none", 100))
                .isInstanceOf(AwsRefusal.class)
                .hasMessageContaining("There is no object 'none' in bucket 'bundles'");
        assertThatThrownBy(() -> objects.fetch("no-bucket", "none", 100))
                .isInstanceOf(AwsRefusal.class)
                .hasMessageContaining("There is no bucket 'no-bucket'");
    }
}

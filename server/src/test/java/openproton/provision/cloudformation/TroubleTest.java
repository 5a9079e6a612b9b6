package openproton.provision.cloudformation;

import static openproton.provision.cloudformation.StackWorld.ONE_TOPIC;
import static openproton.provision.cloudformation.StackWorld.ROLE;
import static openproton.provision.cloudformation.StackWorld.STACK;
import static openproton.provision.cloudformation.StackWorld.TWO_TOPICS;
import static openproton.provision.cloudformation.StackWorld.provision;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsSettings;
import openproton.provision.aws.ShakenTransport;
import openproton.provision.aws.ShakenTransport.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes wrong on the way to AWS makes an order late, never wrong.
class TroubleTest {
    @TempDir
    private Path data;

    private StackWorld world;

    @BeforeEach
    void open() {
        world = new StackWorld(data);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void troubleInAnyRequestBuildsOnceAndEndsWell(Trouble trouble) {
        assertThat(requestsOfLives(trouble, true)).isGreaterThan(15);
        assertThat(world.operations()).contains("CreateChangeSet").doesNotContain("CreateStack", "UpdateStack");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"CRASH_AFTER", "CUT_AFTER"})
    void theSameWithoutChangeSets(Trouble trouble) {
        assertThat(requestsOfLives(trouble, false)).isGreaterThan(8);
        assertThat(world.operations()).contains("CreateStack", "UpdateStack").doesNotContain("CreateChangeSet");
    }

    private int requestsOfLives(Trouble trouble, boolean changeSets) {
        int request = 0;
        do {
            request++;
            world.close();
            world = new StackWorld(data.resolve("life" + request));
            if (!changeSets) {
                world.direct();
            }
        } while (isShaken(trouble, request));
        return request;
    }

    /// Creates, updates and removes a stack, until there was trouble in one request; answers whether there was.
    private boolean isShaken(Trouble trouble, int request) {
        world.aws.ticksPerResource(0);
        world.transport.shake(request, trouble, () -> world.aws.throttle(1));
        survive(as("create", Order.Action.PROVISION, ONE_TOPIC));
        assertThat(world.status()).isEqualTo("CREATE_COMPLETE");
        if (world.transport.requests() < request) {
            survive(as("update", Order.Action.PROVISION, TWO_TOPICS));
            assertThat(world.status()).isEqualTo("UPDATE_COMPLETE");
        }
        if (world.transport.requests() < request) {
            survive(as("remove", Order.Action.DEPROVISION, ONE_TOPIC));
            assertThat(world.status()).isEqualTo("DELETE_COMPLETE");
        }
        assertThat(world.aws.creations(STACK)).isEqualTo(1);
        assertThat(world.aws.updates(STACK)).isLessThanOrEqualTo(1);
        return world.transport.requests() >= request;
    }

    private static Order as(String deploymentId, Order.Action action, String template) {
        return StackWorld.order(deploymentId, action, template, Optional.of(ROLE));
    }

    private void survive(Order order) {
        try {
            assertThat(world.run(order)).isInstanceOf(Progress.Finished.class);
        } catch (ShakenTransport.Crash _) {
            world.restart();
            assertThat(world.run(order)).isInstanceOf(Progress.Finished.class);
        }
    }

    @Test
    void anOrderInTroubleSaysSoInItsLog() {
        world.engine().start(provision("one", ONE_TOPIC));
        world.aws.failInternally(2);
        world.engine().look("one");
        world.engine().look("one");

        assertThat(world.log("one"))
                .isEqualTo("[OpenProton] AWS cannot carry out the step now; it will be retried:"
                        + " An internal error has occurred.\n");
        assertThat(world.end("one")).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void aServerThatIsNotThereIsWaitedForUntilSomebodyCancels() {
        Engine engine = world.open(StackWorld.at(URI.create("http://127.0.0.1:1")));
        engine.start(provision("one", ONE_TOPIC));
        for (int look = 0; look < 2; look++) {
            assertThat(engine.look("one"))
                    .isInstanceOfSatisfying(
                            Progress.Running.class,
                            running -> assertThat(running.waitsFor())
                                    .hasValueSatisfying(what -> assertThat(what)
                                            .startsWith("AWS cannot carry out the step now; it will be retried: ")));
        }
        engine.cancel("one");

        assertThat(engine.look("one")).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void troubleIsAskedLessAndLessOften() {
        Engine engine = timeless();
        engine.start(provision("one", ONE_TOPIC));
        world.aws.breakConnections(1000);
        world.transport.shake(-1, Trouble.OTHER, () -> {});

        for (int seconds = 0; seconds < 600; seconds++) {
            engine.look("one");
            world.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(world.transport.requests()).isBetween(10, 16);
        assertThat(world.log("one").lines()).hasSize(1);
    }

    @Test
    void awsIsAskedEveryTwoSecondsAtFirstAndEveryTenLater() {
        Engine engine = timeless();
        world.aws.stay("Topic");
        engine.start(provision("one", ONE_TOPIC));
        for (int halves = 0; halves < 240; halves++) {
            engine.look("one");
            world.clock.pass(Duration.ofMillis(500));
        }

        assertThat(world.aws.calls("DescribeStacks").size()).isBetween(12, 20);
    }

    @Test
    void aRoleThatMayNotBeAssumedIsNamedWithWhatItNeeds() {
        world.aws.denyRole(ROLE);

        String why = world.why(world.run(as("one", Order.Action.PROVISION, ONE_TOPIC)));

        assertThat(why).contains(ROLE, "not authorized to perform: sts:AssumeRole", "trust policy must allow");
    }

    @Test
    void withoutRolesTheServersOwnCredentialsAreUsed() {
        var settings = StackWorld.at(world.aws.uri());
        Engine engine = world.open(
                new AwsSettings(settings.endpoints(), settings.region(), settings.keys(), false, Optional.empty()));
        engine.start(as("one", Order.Action.PROVISION, ONE_TOPIC));
        engine.look("one");

        assertThat(world.aws.calls("AssumeRole")).isEmpty();
        assertThat(world.aws.calls("CreateChangeSet").getFirst().role()).isEmpty();
    }

    /// An engine that time does not pass with.
    private Engine timeless() {
        var clients = new AwsClients(StackWorld.at(world.aws.uri()), world.clock, world.transport);
        return new CloudFormationEngine(
                data, clients, new StackSettings(Optional.empty(), true), world.clock, world.clock::pass);
    }
}

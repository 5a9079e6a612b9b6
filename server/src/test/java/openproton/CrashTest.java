package openproton;

import static openproton.TestStories.ROLE;
import static openproton.TestStories.environmentSpec;
import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import openproton.base.Json;
import openproton.base.SettableClock;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A house that crashes again and again finishes what it accepted, and does nothing twice.
class CrashTest {
    static final List<Long> SEEDS = LongStream.rangeClosed(1, 20).boxed().toList();
    private static final int CRASHES_MAX = 200;
    private static final String BUSY = """
        SELECT count(*) AS n FROM deployment WHERE status IN ('IN_PROGRESS', 'CANCELLING', 'DELETE_IN_PROGRESS')
        """;

    private static final AtomicInteger CRASHES = new AtomicInteger();

    private final ScriptedEngine engine = new ScriptedEngine();
    private final CountedIds ids = new CountedIds();

    /// A house that is opened anew whenever it crashed; clients repeat what was not answered.
    private final class Shaken implements AutoCloseable {
        private final Shaking shaking;
        private final TestHouse.World world;
        private TestHouse house;
        private int crashes;

        Shaken(TestHouse.World prepared, Shaking shaking) {
            this.shaking = shaking;
            this.world = new TestHouse.World(
                    prepared.data(),
                    prepared.url(),
                    prepared.clock(),
                    shaking.ids(ids),
                    shaking.engine(engine),
                    shaking);
            this.house = TestHouse.open(world);
        }

        WireAnswer call(String operation, String json) {
            WireAnswer answer = house.call(operation, json);
            for (int tries = 0; answer.status() == 500 && tries < 50; tries++) {
                answer = house.call(operation, json);
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer;
        }

        void passTime(Duration time) {
            Instant end = world.clock().instant().plus(time);
            work(time);
            while (shaking.hasCrashed() && crashes < CRASHES_MAX) {
                crashes++;
                CRASHES.incrementAndGet();
                house.close();
                shaking.openAnew();
                house = TestHouse.open(world);
                work(Duration.between(world.clock().instant(), end));
            }
        }

        private void work(Duration time) {
            try {
                house.passTime(time);
            } catch (RuntimeException failure) {
                if (!shaking.hasCrashed()) {
                    throw failure;
                }
            }
        }

        @Override
        public void close() {
            house.close();
        }
    }

    private TestHouse.World prepared() {
        var world = new TestHouse.World(
                TestHouse.newFolder(),
                TestDatabases.sqlite(),
                new SettableClock(),
                ids,
                engine,
                new TestHouse.Disturbance() {});
        try (var house = TestHouse.open(world);
                var sdk = house.sdk()) {
            new TestStories(house, sdk)
                    .environmentTemplate("vpc")
                    .pipelineTemplate("piped", "vpc")
                    .environment("dev", "vpc")
                    .environment("prod", "vpc");
        }
        return world;
    }

    @AfterAll
    static void theSeedsReallyCrashedTheHouse() {
        assertThat(CRASHES).hasValueGreaterThan(SEEDS.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @FieldSource("SEEDS")
    void everyDeploymentEndsAndBuildsOnceHoweverOftenTheHouseCrashes(long seed) {
        if (seed % 3 == 0) {
            engine.fail("service/shop/service-instance/b", "seeded");
        }
        try (var shaken = new Shaken(prepared(), new Shaking(seed, 0.04))) {
            shaken.call("CreateEnvironment", environment("extra"));
            shaken.call("CreateService", service());
            shaken.passTime(Duration.ofHours(2));
            shaken.call("UpdateServiceInstance", """
                {"serviceName": "shop", "name": "a", "deploymentType": "CURRENT_VERSION", "clientToken": "once"}
                """);
            shaken.passTime(Duration.ofHours(2));
            shaken.call("DeleteEnvironment", "{\"name\": \"extra\"}");
            shaken.passTime(Duration.ofHours(2));
            shaken.shaking.calmDown();
            shaken.passTime(Duration.ofHours(2));

            settled(shaken, seed % 3 == 0);
        }
    }

    private void settled(Shaken shaken, boolean failing) {
        long busy = shaken.house
                .database()
                .read(tx -> tx.find(BUSY, row -> row.number("n")))
                .orElseThrow();
        assertThat(busy).isZero();
        assertThat(shaken.crashes).isLessThan(CRASHES_MAX);
        var shop = shaken.call("GetService", "{\"name\": \"shop\"}");
        assertThat(shop.text("service.status")).isEqualTo(failing ? "CREATE_FAILED" : "ACTIVE");
        assertThat(engine.built("service/shop/service-instance/a")).isEqualTo(2);
        assertThat(engine.built("service/shop/service-instance/b")).isEqualTo(1);
        assertThat(engine.built("service/shop/pipeline")).isEqualTo(failing ? 0 : 1);
        assertThat(engine.built("environment/extra")).isEqualTo(1);
        assertThat(engine.removed("environment/extra")).isEqualTo(1);
        assertThat(shaken.house.call("GetEnvironment", "{\"name\": \"extra\"}").error())
                .isEqualTo("ResourceNotFoundException");
    }

    private static String environment(String name) {
        return Json.write(Map.of(
                "name",
                name,
                "templateName",
                "vpc",
                "templateMajorVersion",
                "1",
                "codebuildRoleArn",
                ROLE,
                "spec",
                environmentSpec("north")));
    }

    private static String service() {
        return Json.write(Map.of(
                "name", "shop",
                "templateName", "piped",
                "templateMajorVersion", "1",
                "repositoryConnectionArn", TestStories.CONNECTION,
                "repositoryId", "shop/code",
                "branchName", "main",
                "spec", pipelineSpec("main", instance("a", "dev", 1), instance("b", "prod", 2))));
    }
}

package openproton.provision.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    @TempDir
    private static Path data;

    private static Moto moto;

    static boolean isInstalled() {
        return Moto.isInstalled();
    }

    @BeforeAll
    static void startMoto() {
        moto = Moto.start();
    }

    @AfterAll
    static void endMoto() {
        moto.close();
    }

    @Test
    void aStackIsPlannedCreatedUpdatedAndDeleted() {
        var world = new StackWorld(data).direct();
        try (world) {
            var engine = world.open(StackWorld.at(moto.address()));
            assertThat(engine.plan(StackWorld.provision("plan", StackWorld.ONE_TOPIC)))
                    .isInstanceOfSatisfying(
                            Plan.Known.class,
                            known -> assertThat(known.changes())
                                    .extracting(Plan.PlannedChange::kind)
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
        var clients = new AwsClients(StackWorld.at(moto.address()), InstantSource.system());
        var objects = new S3Objects(clients);
        try (var s3 = new StandInClients(moto.address()).s3()) {
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

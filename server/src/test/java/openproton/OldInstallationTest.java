package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Objects;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ServiceStatus;

/// A data folder of version 0.1, as it was before deployments could wait: its server was stopped in the middle of an
/// edit that adds instance `c` to service `shop`, removes `b`, and gives the pipeline the new list. The newest
/// deployment of environment `broken` had failed, and its record was deleted.
@SuppressWarnings("deprecation")
class OldInstallationTest {
    private TestHouse house;
    private TestStories stories;

    @BeforeEach
    void open() throws IOException, SQLException {
        String url = TestDatabases.sqlite();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text("openproton.sql"));
        }
        var world = TestHouse.World.on(url);
        put(
                world.data().resolve("master.key"),
                Base64.getDecoder().decode(text("master.key.base64").strip()));
        put(world.data().resolve("credentials"), text("credentials").getBytes(StandardCharsets.UTF_8));
        house = TestHouse.open(world);
        stories = TestStories.in(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static String text(String name) throws IOException {
        try (var stream = OldInstallationTest.class.getResourceAsStream("/installation-0.1/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }

    @Test
    void everythingStandsWhereItStood() {
        assertThat(stories.environmentStatus("dev")).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.environmentStatus("broken")).isEqualTo(DeploymentStatus.FAILED);
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.UPDATE_IN_PROGRESS);
        assertThat(stories.service("shop").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(stories.instance("shop", "a").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.instance("shop", "b").deploymentStatus()).isEqualTo(DeploymentStatus.DELETE_IN_PROGRESS);
        assertThat(stories.instance("shop", "c").deploymentStatus()).isEqualTo(DeploymentStatus.IN_PROGRESS);
    }

    @Test
    void aRecordThatWasDeletedStaysDeleted() {
        assertThat(stories.sdk()
                        .listDeployments(list -> list.environmentName("broken"))
                        .deployments())
                .isEmpty();
    }

    @Test
    void whatWaitedGoesOnInItsTurn() {
        house.runDueWork();

        assertThat(stories.instances("shop")).containsExactly("a", "c");
        assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.ACTIVE);
        assertThat(house.engine().built("service/shop/pipeline")).isEqualTo(1);
        assertThat(house.engine().removed("service/shop/service-instance/b")).isEqualTo(1);
    }

    @Test
    void anEditThatWasUnderWayIsRolledBack() {
        house.engine().fail("service/shop/service-instance/c", "no room");
        house.runDueWork();

        assertThat(stories.instances("shop")).containsExactly("a", "b");
        assertThat(stories.instance("shop", "b").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.service("shop").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.service("shop").pipeline().lastAttemptedDeploymentId())
                .isEqualTo(stories.service("shop").pipeline().lastSucceededDeploymentId());
    }
}

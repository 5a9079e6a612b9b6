package openproton;

import static openproton.TestStories.instance;
import static openproton.TestStories.pipelineSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ServiceStatus;

/// The main story from the first template to the last deletion, on every database.
@SuppressWarnings("deprecation")
class LifeOnEveryDatabaseTest {

    static List<Named<String>> databases() {
        return List.of(Named.of("SQLite", TestDatabases.sqlite()), Named.of("PostgreSQL", TestDatabases.postgresql()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void goesFromTheFirstTemplateToTheLastDeletion(String url) {
        try (var stories = TestStories.in(TestHouse.open(TestHouse.World.on(url)))) {
            var sdk = stories.sdk();
            stories.usual();
            String a = instance("a", "dev", 1);
            String b = instance("b", "prod", 2);
            stories.pipelineService("shop", "piped", pipelineSpec("main", a));
            assertThat(stories.service("shop").status()).isEqualTo(ServiceStatus.ACTIVE);

            sdk.updateService(update -> update.name("shop").spec(pipelineSpec("main", a, b)));
            stories.house().runDueWork();
            assertThat(stories.instances("shop")).containsExactly("a", "b");
            sdk.updateServiceInstance(
                    update -> update.serviceName("shop").name("a").deploymentType("CURRENT_VERSION"));
            stories.house().runDueWork();
            assertThat(stories.instance("shop", "a").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
            assertThat(sdk.getResourcesSummary(get -> {})
                            .counts()
                            .serviceInstances()
                            .upToDate())
                    .isEqualTo(2);
            assertThat(sdk.listServiceInstances(list -> list.sortBy("createdAt").sortOrder("DESCENDING"))
                            .serviceInstances())
                    .hasSize(2);
            assertThat(sdk.listDeploymentsPaginator(list -> list.maxResults(2)).deployments())
                    .hasSize(7);

            sdk.deleteService(delete -> delete.name("shop"));
            stories.house().runDueWork();
            assertThatThrownBy(() -> stories.service("shop")).isInstanceOf(ResourceNotFoundException.class);
            sdk.deleteEnvironment(delete -> delete.name("dev"));
            stories.house().runDueWork();
            assertThat(sdk.listEnvironments(list -> {}).environments()).hasSize(1);
        }
    }
}

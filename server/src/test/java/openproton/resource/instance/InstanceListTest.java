package openproton.resource.instance;

import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.ListServiceInstancesFilter;
import software.amazon.awssdk.services.proton.model.ListServiceInstancesRequest;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// What ListServiceInstances finds, and in which order (docs/behaviour/lists.md#service-instances).
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstanceListTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();
    private Instant between = Instant.EPOCH;

    @BeforeAll
    void deploy() {
        stories.usual();
        house.engine().fail("service/beta/service-instance/y", "no");
        stories.service("beta", "web", serviceSpec(instance("y", "dev", 1), instance("x", "prod", 1)));
        house.clock().pass(Duration.ofHours(1));
        between = house.clock().instant();
        house.clock().pass(Duration.ofHours(1));
        stories.publish(stories.registerService("web", "vpc", "1", TestBundles.service()));
        stories.service("alpha", "web", serviceSpec(instance("z", "prod", 1)));
    }

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void sortsByServiceAndThenByName() {
        assertThat(found(_ -> {})).containsExactly("alpha/z", "beta/x", "beta/y");
    }

    @Test
    void sortsByAnyKeyInBothDirections() {
        assertThat(sorted("name", "ASCENDING")).containsExactly("beta/x", "beta/y", "alpha/z");
        assertThat(sorted("name", "DESCENDING")).containsExactly("alpha/z", "beta/y", "beta/x");
        assertThat(sorted("deploymentStatus", "ASCENDING")).containsExactly("beta/y", "alpha/z", "beta/x");
        assertThat(sorted("environmentName", "ASCENDING")).containsExactly("beta/y", "alpha/z", "beta/x");
        assertThat(sorted("createdAt", "ASCENDING")).containsExactly("beta/x", "beta/y", "alpha/z");
        assertThat(sorted("lastDeploymentAttemptedAt", "DESCENDING")).first().isEqualTo("alpha/z");
        assertThat(sorted("templateName", "ASCENDING")).containsExactly("alpha/z", "beta/x", "beta/y");
        assertThat(sorted("serviceName", "DESCENDING")).containsExactly("beta/y", "beta/x", "alpha/z");
    }

    @Test
    void filtersByEachKey() {
        assertThat(filtered("name", "x")).containsExactly("beta/x");
        assertThat(filtered("serviceName", "alpha")).containsExactly("alpha/z");
        assertThat(filtered("environmentName", "prod")).containsExactly("alpha/z", "beta/x");
        assertThat(filtered("templateName", "none")).isEmpty();
        assertThat(filtered("deploymentStatus", "FAILED")).containsExactly("beta/y");
        assertThat(filtered("deployedTemplateVersionStatus", "UP_TO_DATE")).containsExactly("alpha/z");
        assertThat(filtered("deployedTemplateVersionStatus", "behind_minor")).containsExactly("beta/x", "beta/y");
        assertThat(filtered("deployedTemplateVersionStatus", "BEHIND_MAJOR")).isEmpty();
        assertThat(filtered("createdAtBefore", between.toString())).containsExactly("beta/x", "beta/y");
        assertThat(filtered("createdAtAfter", between.toString())).containsExactly("alpha/z");
        assertThat(filtered("lastDeploymentAttemptedAtBefore", between.toString()))
                .hasSize(2);
        assertThat(filtered("lastDeploymentAttemptedAtAfter", between.toString()))
                .hasSize(1);
    }

    @Test
    void combinesKeysWithAndAndValuesOfOneKeyWithOr() {
        assertThat(found(list -> list.filters(filter("name", "x"), filter("name", "z"))))
                .containsExactly("alpha/z", "beta/x");
        assertThat(found(list -> list.filters(filter("name", "x"), filter("serviceName", "alpha"))))
                .isEmpty();
        assertThat(found(list -> list.filters(
                        filter("createdAtBefore", "2030-01-01T00:00:00Z"),
                        filter("createdAtBefore", between.toString()))))
                .hasSize(2);
        assertThat(found(list -> list.serviceName("beta").filters(filter("name", "y"))))
                .containsExactly("beta/y");
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        refused(filter("createdAtAfter", "yesterday"), "2026-11-21T08:00:00Z");
        refused(filter("createdAtAfter", "2026-11-21T08:00:00+01:00"), "createdAtAfter");
        refused(filter("deploymentStatus", "DONE"), "DONE");
        refused(filter("deployedTemplateVersionStatus", "OLD"), "UP_TO_DATE");
        refused(ListServiceInstancesFilter.builder().key("name").build(), "value");
        refused(ListServiceInstancesFilter.builder().value("x").build(), "key");
        assertThatThrownBy(() -> found(list -> list.serviceName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void refused(ListServiceInstancesFilter filter, String naming) {
        assertThatThrownBy(() -> found(list -> list.filters(filter)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(naming);
    }

    private List<String> sorted(String by, String order) {
        return found(list -> list.sortBy(by).sortOrder(order));
    }

    private List<String> filtered(String key, String value) {
        return found(list -> list.filters(filter(key, value)));
    }

    private static ListServiceInstancesFilter filter(String key, String value) {
        return ListServiceInstancesFilter.builder().key(key).value(value).build();
    }

    private List<String> found(Consumer<ListServiceInstancesRequest.Builder> request) {
        return sdk.listServiceInstances(request).serviceInstances().stream()
                .map(found -> found.serviceName() + "/" + found.name())
                .toList();
    }
}

package openproton.resource.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import openproton.TestStories;
import openproton.git.TestRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.BlockerStatus;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ResourceSyncAttempt;
import software.amazon.awssdk.services.proton.model.ResourceSyncEvent;
import software.amazon.awssdk.services.proton.model.SyncBlocker;

/// What people do by hand to a service that follows an ops file.
@SuppressWarnings("deprecation")
class SyncBlockerTest {
    private static final String OPS = """
        sync:
          services:
            shop:
              a: {branch: main, spec: a.yaml}
              b: {branch: main, spec: b.yaml}
        """;

    private final TestStories stories = TestStories.open().usual();
    private final TestRepository repository = stories.house().repository("shop/specs");

    @BeforeEach
    void follow() {
        stories.sdk()
                .createRepository(
                        create -> create.provider("GITHUB").name("shop/specs").connectionArn(TestStories.CONNECTION));
        repository.commit(Map.of("ops.yaml", OPS));
        commit(80, 90);
        stories.service("shop", "web", spec(entry("a", 80), entry("b", 90)));
        configure();
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aManualUpdateHoldsThatInstanceAlone() {
        update("a", 70);
        commit(81, 91);
        pass();

        assertThat(stories.instance("shop", "a").spec()).contains("port: 70");
        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
        SyncBlocker blocker = blockers("a").getFirst();
        assertThat(blocker.status()).isEqualTo(BlockerStatus.ACTIVE);
        assertThat(blocker.typeAsString()).isEqualTo("AUTOMATED");
        assertThat(blocker.contexts())
                .extracting(context -> context.key())
                .containsExactly("operation", "principalArn", "deploymentId");
        assertThat(blocker.contexts().getFirst().value()).isEqualTo("UpdateServiceInstance");
        assertThat(blockers("b")).isEmpty();
        assertThat(blockers(null)).isEmpty();
        assertThat(latest("a").statusAsString()).isEqualTo("INITIATED");
        assertThat(latest("a").events())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.event()).contains(blocker.id()).contains("UpdateServiceSyncBlocker"));
    }

    @Test
    void resolvingEveryBlockerBringsTheInstanceToItsBranch() {
        update("a", 70);
        stories.house().clock().pass(Duration.ofSeconds(1));
        update("a", 71);
        List<SyncBlocker> two = blockers("a");
        assertThat(two).hasSize(2);
        assertThat(two.getFirst().createdAt()).isAfter(two.getLast().createdAt());

        resolve(two.getFirst().id());
        assertThat(stories.instance("shop", "a").spec()).contains("port: 71");
        assertThat(latest("a").events())
                .extracting(ResourceSyncEvent::type)
                .containsExactly("BLOCKER_RESOLVED", "BLOCKED");
        resolve(two.getLast().id());
        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
        assertThat(latest("a").statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(blockers("a")).allSatisfy(blocker -> {
            assertThat(blocker.status()).isEqualTo(BlockerStatus.RESOLVED);
            assertThat(blocker.resolvedReason()).isEqualTo("git is right");
            assertThat(blocker.resolvedAt()).isNotNull();
        });
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> resolve(two.getFirst().id()))
                .withMessageContaining("already");
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> resolve("nothing"));
    }

    @Test
    void aChangeByHandBeforeTheSyncNoticedItsOwnSuccessIsUndoneOnceItsBlockerIsResolved() {
        stories.house().engine().stay("service/shop/service-instance/a");
        commit(81, 90);
        pass();
        stories.house().engine().letFinish("service/shop/service-instance/a");
        while (stories.instance("shop", "a").deploymentStatus() != DeploymentStatus.SUCCEEDED) {
            stories.house().passTime(Duration.ofMillis(500));
        }
        assertThat(latest("a").statusAsString()).isEqualTo("IN_PROGRESS");

        stories.sdk()
                .updateServiceInstance(update -> update.serviceName("shop")
                        .name("a")
                        .deploymentType("CURRENT_VERSION")
                        .spec(spec(entry("a", 70))));
        stories.house().runWorkDueNow();
        assertThat(stories.instance("shop", "a").spec()).contains("port: 70");
        assertThat(latest("a").statusAsString()).isEqualTo("IN_PROGRESS");
        resolve(blockers("a").getFirst().id());
        pass();

        assertThat(stories.instance("shop", "a").spec()).contains("port: 81");
        assertThat(latest("a").statusAsString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void anInstanceThatIsCreatedByHandIsHeld() {
        stories.sdk()
                .createServiceInstance(
                        create -> create.serviceName("shop").name("c").spec(spec(entry("c", 1))));
        stories.house().runDueWork();

        assertThat(blockers("c"))
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.createdReason()).contains("'c'").contains("CreateServiceInstance"));
    }

    @Test
    void anInstanceThatIsAddedToTheServiceByHandIsHeld() {
        stories.sdk()
                .updateService(update -> update.name("shop").spec(spec(entry("a", 80), entry("b", 90), entry("c", 1))));
        stories.house().runDueWork();

        assertThat(blockers("c"))
                .singleElement()
                .satisfies(blocker ->
                        assertThat(blocker.createdReason()).contains("'c'").contains("UpdateService"));
        assertThat(blockers(null)).isEmpty();
    }

    @Test
    void anInstanceThatIsRolledBackIsHeld() {
        commit(81, 91);
        pass();
        String first = stories.sdk()
                .listDeployments(list -> list.serviceName("shop").serviceInstanceName("a"))
                .deployments()
                .getLast()
                .id();
        assertThat(stories.house()
                        .call(
                                "RollbackDeployment",
                                "{\"resourceArn\":\"%sservice/shop/service-instance/a\",\"deploymentId\":\"%s\"}"
                                        .formatted(TestStories.ACCOUNT, first))
                        .status())
                .isEqualTo(200);
        pass();

        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
        assertThat(blockers("a"))
                .singleElement()
                .satisfies(blocker -> assertThat(blocker.createdReason())
                        .contains("it was rolled back")
                        .contains("RollbackDeployment"));
    }

    @Test
    void aRemovalByHandHoldsTheWholeService() {
        stories.sdk().updateService(update -> update.name("shop").spec(spec(entry("a", 80))));
        stories.house().runDueWork();
        commit(81, 91);
        pass();

        assertThat(stories.instances("shop")).containsExactly("a");
        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
        SyncBlocker blocker = blockers(null).getFirst();
        assertThat(blocker.createdReason()).contains("'b' was removed").contains("UpdateService");
        assertThat(latest("b").events().getLast().event()).contains(blocker.id());

        var answer = resolve(blocker.id());
        assertThat(answer.getFirst()).isEqualTo("shop");
        pass();
        assertThat(stories.instances("shop")).containsExactly("a", "b");
        assertThat(stories.instance("shop", "a").spec()).contains("port: 81");
    }

    @Test
    void everyInstanceGoesOnOnceItsServiceIsNoLongerHeld() {
        stories.sdk()
                .updateService(update -> update.name("shop").spec(spec(entry("a", 80), entry("b", 90), entry("c", 1))));
        stories.house().runDueWork();
        stories.sdk().updateService(update -> update.name("shop").spec(spec(entry("a", 80), entry("b", 90))));
        stories.house().runDueWork();
        commit(81, 91);
        pass();
        assertThat(resolve(blockers(null).getFirst().id()).getFirst()).isEqualTo("shop");
        pass();

        assertThat(stories.instance("shop", "a").spec()).contains("port: 81");
        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
    }

    @Test
    void whatASyncDoesItselfAndWhatDeploysNothingBlockNothing() {
        commit(81, 91);
        pass();
        stories.sdk()
                .updateServiceInstance(
                        update -> update.serviceName("shop").name("a").deploymentType("NONE"));
        assertThat(blockers("a")).isEmpty();
        assertThat(blockers("b")).isEmpty();
    }

    @Test
    void withoutAConfigurationThereIsNothingToBlock() {
        stories.sdk().deleteServiceSyncConfig(delete -> delete.serviceName("shop"));
        update("a", 70);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> blockers("a"));

        configure();
        assertThat(blockers("a")).isEmpty();
        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
    }

    @Test
    void aServiceThatIsDeletedTakesItsSyncWithIt() {
        update("a", 70);
        stories.sdk().deleteService(delete -> delete.name("shop"));
        stories.house().runDueWork();
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> stories.sdk().getServiceSyncConfig(get -> get.serviceName("shop")));

        stories.service("shop", "web", spec(entry("a", 80)));
        configure();
        assertThat(blockers("a")).isEmpty();
        assertThat(stories.instances("shop")).containsExactly("a", "b");
    }

    private void configure() {
        stories.sdk()
                .createServiceSyncConfig(create -> create.serviceName("shop")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/specs")
                        .branch("main")
                        .filePath("ops.yaml"));
        pass();
    }

    private void update(String instance, int port) {
        stories.sdk()
                .updateServiceInstance(update -> update.serviceName("shop")
                        .name(instance)
                        .deploymentType("CURRENT_VERSION")
                        .spec(spec(entry(instance, port))));
        stories.house().runDueWork();
    }

    private List<String> resolve(String id) {
        var answer =
                stories.sdk().updateServiceSyncBlocker(update -> update.id(id).resolvedReason("git is right"));
        pass();
        return List.of(answer.serviceName(), String.valueOf(answer.serviceInstanceName()));
    }

    private void commit(int portOfA, int portOfB) {
        repository.commit(Map.of("a.yaml", spec(entry("a", portOfA)), "b.yaml", spec(entry("b", portOfB))));
    }

    private static String entry(String instance, int port) {
        return TestStories.instance(instance, "dev", port);
    }

    private static String spec(String... entries) {
        return TestStories.serviceSpec(entries);
    }

    private void pass() {
        stories.house().passTime(Duration.ofMinutes(2));
    }

    /// @param instance null for the service itself
    private List<SyncBlocker> blockers(@Nullable String instance) {
        return stories.sdk()
                .getServiceSyncBlockerSummary(get -> get.serviceName("shop").serviceInstanceName(instance))
                .serviceSyncBlockerSummary()
                .latestBlockers();
    }

    private ResourceSyncAttempt latest(String instance) {
        return stories.sdk()
                .getServiceInstanceSyncStatus(get -> get.serviceName("shop").serviceInstanceName(instance))
                .latestSync();
    }
}

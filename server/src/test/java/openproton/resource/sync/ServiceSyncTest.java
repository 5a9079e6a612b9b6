package openproton.resource.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import openproton.TestStories;
import openproton.git.TestRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.GetServiceInstanceSyncStatusResponse;
import software.amazon.awssdk.services.proton.model.RepositorySyncAttempt;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ResourceSyncEvent;
import software.amazon.awssdk.services.proton.model.ResourceSyncStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

@SuppressWarnings("deprecation")
class ServiceSyncTest {
    private static final String OPS = "ops/proton-ops.yaml";
    private static final String ONE = entry("a", "main", "./shop/dev.yaml");
    private static final String TWO = ONE + entry("b", "main", "shop/prod.yaml");

    private final TestStories stories = TestStories.open().usual();
    private final TestRepository repository = stories.house().repository("shop/specs");

    @BeforeEach
    void prepare() {
        stories.sdk()
                .createRepository(
                        create -> create.provider("GITHUB").name("shop/specs").connectionArn(TestStories.CONNECTION));
        stories.service("shop", "web", TestStories.serviceSpec(TestStories.instance("a", "dev", 80)));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void theFirstSyncUpdatesWhatDiffersAndCreatesWhatIsMissing() {
        String commit = commit(TWO, 81, 91);
        follow();

        assertThat(stories.instances("shop")).containsExactly("a", "b");
        assertThat(stories.instance("shop", "a").spec()).contains("port: 81");
        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
        var status = status("b");
        assertThat(status.latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
        assertThat(status.latestSync().targetRevision().sha()).isEqualTo(commit);
        assertThat(status.latestSync().target()).isEqualTo(TestStories.ACCOUNT + "service/shop/service-instance/b");
        assertThat(status.latestSuccessfulSync()).isEqualTo(status.latestSync());
        assertThat(status.desiredState().directory()).isEqualTo("shop/prod.yaml");
        assertThat(branch("main").statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(stories.sdk()
                        .listRepositorySyncDefinitions(list -> list.repositoryProvider("GITHUB")
                                .repositoryName("shop/specs")
                                .syncType("SERVICE_SYNC"))
                        .syncDefinitions())
                .extracting(definition -> definition.directory())
                .containsExactly("shop/dev.yaml", "shop/prod.yaml");
    }

    @Test
    void aPushChangesOnlyWhatItChanges() {
        commit(TWO, 80, 91);
        follow();
        assertThat(lastEvent("a").type()).isEqualTo("NO_CHANGES");
        long orders = stories.house().engine().orders().size();

        commit(TWO, 80, 92);
        pass();

        assertThat(stories.instance("shop", "b").spec()).contains("port: 92");
        assertThat(stories.house().engine().orders()).hasSize((int) orders + 1);
        assertThat(lastEvent("a").type()).isEqualTo("NO_CHANGES");
        assertThat(lastEvent("b").type()).isEqualTo("DEPLOYMENT_SUCCEEDED");
    }

    @Test
    void everyBranchThatTheOpsFileNamesIsFollowed() {
        commit(ONE + entry("b", "prod", "shop/prod.yaml"), 80, 1);
        follow();
        assertThat(branch("main").events())
                .extracting(event -> event.event())
                .anySatisfy(text -> assertThat(text).contains("branch 'prod', which does not exist"));
        assertThat(stories.instances("shop")).containsExactly("a");

        repository.commit("prod", Map.of("shop/prod.yaml", spec("b", 91)));
        pass();
        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
        assertThat(status("b").desiredState().branch()).isEqualTo("prod");

        repository.commit("prod", Map.of("shop/prod.yaml", spec("b", 92), "shop/dev.yaml", spec("a", 99)));
        pass();
        assertThat(stories.instance("shop", "b").spec()).contains("port: 92");
        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
        assertThat(branch("prod").statusAsString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aSpecThatIsWrongFailsAloneAndStopsNothing() {
        commit(TWO, 80, 91);
        follow();
        repository.commit("main", Map.of("shop/dev.yaml", "proton: ServiceSpec\ninstances: 3\n"));
        pass();
        assertThat(lastEvent("a").event()).contains("'instances' must be a list");
        assertThat(status("a").latestSync().status()).isEqualTo(ResourceSyncStatus.FAILED);
        assertThat(status("a").latestSuccessfulSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);

        repository.commit("main", Map.of("shop/dev.yaml", spec("other", 1), "shop/prod.yaml", spec("b", 93)));
        pass();
        assertThat(lastEvent("a").event()).contains("no instance named 'a'");
        assertThat(stories.instance("shop", "b").spec()).contains("port: 93");

        repository.remove("shop/dev.yaml");
        pass();
        assertThat(lastEvent("a").event()).contains("no file 'shop/dev.yaml'");

        repository.commit("main", Map.of("shop/dev.yaml", spec("a", 0)));
        pass();
        assertThat(lastEvent("a").event()).contains("does not fit the schema");

        repository.commit("main", Map.of("shop/dev.yaml", spec("a", 85)));
        pass();
        assertThat(stories.instance("shop", "a").spec()).contains("port: 85");
    }

    @Test
    void anOpsFileThatIsWrongSaysWhere() {
        commit(ONE, 80, 91);
        follow();
        repository.commit("main", Map.of(OPS, "sync:\n  services:\n    shop:\n      a: {branch: main}\n"));
        pass();
        assertThat(branch("main").statusAsString()).isEqualTo("FAILED");
        assertThat(said("main")).contains(OPS).contains("line 4").contains("sync.services.shop.a.spec is missing");

        commit(ONE + "      \"b\\0\": {branch: main, spec: x}\n", 80, 91);
        pass();
        assertThat(said("main")).contains("cannot be the name of an instance");
        commit(ONE + entry("b", "\"x\\0y\"", "x"), 80, 91);
        pass();
        assertThat(said("main")).contains("cannot be the name of a branch");

        repository.commit("main", Map.of(OPS, "sync:\n  services:\n    other: {}\n"));
        pass();
        assertThat(said("main")).contains("no entry sync.services.shop");
        repository.remove(OPS);
        pass();
        assertThat(said("main")).contains("'%s' is not in the repository".formatted(OPS));
    }

    @Test
    void aBusyInstanceIsWaitedFor() {
        commit(ONE, 80, 91);
        follow();
        stories.house().engine().stay("service/shop/service-instance/a");
        commit(ONE, 81, 91);
        pass();
        assertThat(lastEvent("a").type()).isEqualTo("DEPLOYMENT_STARTED");
        commit(ONE, 82, 91);
        pass();
        assertThat(status("a").latestSync().status()).isEqualTo(ResourceSyncStatus.IN_PROGRESS);

        stories.house().engine().letFinish("service/shop/service-instance/a");
        pass();
        assertThat(stories.instance("shop", "a").spec()).contains("port: 82");
        assertThat(status("a").latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
    }

    @Test
    void anEnvironmentThatIsNotReadyIsWaitedFor() {
        stories.house().engine().stay("environment/late");
        stories.startEnvironment("late", "vpc");
        repository.commit(
                "main", Map.of("shop/dev.yaml", TestStories.serviceSpec(TestStories.instance("c", "late", 1))));
        repository.commit("main", Map.of(OPS, ops(entry("c", "main", "shop/dev.yaml"))));
        follow();
        assertThat(lastEvent("c").type()).isEqualTo("WAITING");
        assertThat(lastEvent("c").event()).contains("environment 'late' is IN_PROGRESS");

        stories.house().engine().letFinish("environment/late");
        pass();
        assertThat(status("c").latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
        assertThat(status("c").latestSync().events())
                .extracting(ResourceSyncEvent::type)
                .containsExactly("WAITING", "DEPLOYMENT_STARTED", "DEPLOYMENT_SUCCEEDED");
    }

    @Test
    void aDeploymentThatFailsEndsTheAttemptWithItsReason() {
        commit(TWO, 81, 91);
        stories.house().engine().fail("service/shop/service-instance/a", "no space left");
        follow();

        assertThat(status("a").latestSync().status()).isEqualTo(ResourceSyncStatus.FAILED);
        assertThat(lastEvent("a").event()).contains("no space left");
        assertThat(status("b").latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
    }

    @Test
    void anAttemptThatFailedIsMadeAgainWhenTheConfigurationIsUpdated() {
        String commit = commit(TWO, 81, 91);
        stories.house().engine().fail("service/shop/service-instance/a", "no space left");
        follow();

        stories.house().engine().letFinish("service/shop/service-instance/a");
        stories.sdk()
                .updateServiceSyncConfig(update -> update.serviceName("shop")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/specs")
                        .branch("main")
                        .filePath(OPS));
        stories.house().runDueWork();

        assertThat(status("a").latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
        assertThat(status("a").latestSync().targetRevision().sha()).isEqualTo(commit);
        assertThat(stories.house().engine().built("service/shop/service-instance/b"))
                .isEqualTo(1);
    }

    @Test
    void anEntryThatIsRemovedLeavesItsInstance() {
        commit(TWO, 80, 91);
        follow();
        commit(ONE, 80, 95);
        pass();

        assertThat(stories.instances("shop")).containsExactly("a", "b");
        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
        assertThat(status("b").desiredState()).isNull();
    }

    @Test
    void withoutAConfigurationNothingIsFollowed() {
        commit(TWO, 80, 91);
        follow();
        stories.sdk().deleteServiceSyncConfig(delete -> delete.serviceName("shop"));
        commit(TWO, 80, 92);
        pass();

        assertThat(stories.instance("shop", "b").spec()).contains("port: 91");
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> status("b"));
        follow();
        assertThat(stories.instance("shop", "b").spec()).contains("port: 92");
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> follow("nothing", "shop/specs"))
                .withMessageContaining("does not exist");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> follow("shop", "shop/unknown"))
                .withMessageContaining("CreateRepository");
    }

    @Test
    void theFirstEntryBringsThePipeline() {
        stories.pipelineService(
                "piped", "piped", TestStories.pipelineSpec("main", TestStories.instance("a", "dev", 1)));
        repository.commit(
                "main", Map.of("p.yaml", TestStories.pipelineSpec("next", TestStories.instance("a", "dev", 1))));
        repository.commit(
                "main", Map.of(OPS, "sync:\n  services:\n    piped:\n      a: {branch: main, spec: p.yaml}\n"));
        follow("piped", "shop/specs");

        assertThat(stories.service("piped").pipeline().spec()).contains("branch: next");
        assertThat(stories.service("piped").pipeline().deploymentStatusAsString())
                .isEqualTo("SUCCEEDED");
        assertThat(stories.sdk()
                        .getServiceInstanceSyncStatus(
                                get -> get.serviceName("piped").serviceInstanceName("a"))
                        .latestSync()
                        .events())
                .extracting(ResourceSyncEvent::event)
                .contains("updating the pipeline");
    }

    private void follow() {
        follow("shop", "shop/specs");
    }

    private void follow(String service, String from) {
        stories.sdk()
                .createServiceSyncConfig(create -> create.serviceName(service)
                        .repositoryProvider("GITHUB")
                        .repositoryName(from)
                        .branch("main")
                        .filePath(OPS));
        stories.house().runDueWork();
        stories.house().runDueWork();
    }

    private void pass() {
        stories.house().passTime(Duration.ofMinutes(2));
    }

    /// The ops file with some entries, and the specs of `a` and `b`.
    private String commit(String entries, int portOfA, int portOfB) {
        return repository.commit(
                "main",
                Map.of(OPS, ops(entries), "shop/dev.yaml", spec("a", portOfA), "shop/prod.yaml", spec("b", portOfB)));
    }

    private static String ops(String entries) {
        return "sync:\n  services:\n    shop:\n%s    stranger: {x: 1}\n".formatted(entries);
    }

    private static String entry(String instance, String branch, String spec) {
        return "      %s: {branch: %s, spec: %s}\n".formatted(instance, branch, spec);
    }

    private static String spec(String instance, int port) {
        return TestStories.serviceSpec(TestStories.instance(instance, "dev", port));
    }

    private ResourceSyncEvent lastEvent(String instance) {
        return status(instance).latestSync().events().getLast();
    }

    private GetServiceInstanceSyncStatusResponse status(String instance) {
        return stories.sdk()
                .getServiceInstanceSyncStatus(get -> get.serviceName("shop").serviceInstanceName(instance));
    }

    private RepositorySyncAttempt branch(String name) {
        return stories.sdk()
                .getRepositorySyncStatus(get -> get.repositoryProvider("GITHUB")
                        .repositoryName("shop/specs")
                        .branch(name)
                        .syncType("SERVICE_SYNC"))
                .latestSync();
    }

    private String said(String branch) {
        return String.join(
                "\n",
                branch(branch).events().stream().map(event -> event.event()).toList());
    }
}

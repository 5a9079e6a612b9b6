package openproton;

import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openproton.git.TestRepository;
import openproton.render.bundle.BundleArchive;
import openproton.store.TestDatabases;
import openproton.work.Workflow;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.proton.model.BlockerStatus;
import software.amazon.awssdk.services.proton.model.SyncBlocker;

/// Templates and services that follow a branch, on every database.
@SuppressWarnings("deprecation")
class SyncOnEveryDatabaseTest {
    private static final String OPS = """
        sync:
          services:
            shop:
              a: {branch: main, spec: a.yaml}
              b: {branch: live, spec: b.yaml}
        """;

    static List<Named<String>> databases() {
        return List.of(Named.of("SQLite", TestDatabases.sqlite()), Named.of("PostgreSQL", TestDatabases.postgresql()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void aTemplateFollowsItsBranchMajorByMajorWhicheverComesFirst(String url) {
        var world = TestHouse.World.on(url).with(failingOnceFor(":1"));
        try (var stories = TestStories.in(TestHouse.open(world))) {
            var repository = linked(stories);
            repository.commit(Map.of("README.md", "Ours."));
            push(repository, "vpc/v1");
            push(repository, "vpc/v2");
            stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
            followTemplate(stories);

            assertThat(majors(stories)).containsExactly("2", "1");
            push(repository, "vpc/v3");
            stories.house().passTime(Duration.ofMinutes(2));
            assertThat(majors(stories)).containsExactly("3", "2", "1");
            stories.sdk()
                    .deleteTemplateSyncConfig(
                            delete -> delete.templateName("vpc").templateType("ENVIRONMENT"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void aServiceFollowsItsBranchesAroundABlocker(String url) {
        try (var stories = TestStories.in(TestHouse.open(TestHouse.World.on(url)))) {
            stories.usual().service("shop", "web", serviceSpec(instance("a", "dev", 80)));
            var repository = linked(stories);
            repository.commit(Map.of("ops.yaml", OPS, "a.yaml", serviceSpec(instance("a", "dev", 81))));
            repository.commit("live", Map.of("b.yaml", serviceSpec(instance("b", "prod", 91))));
            followService(stories);
            assertThat(spec(stories, "a")).contains("port: 81");
            assertThat(spec(stories, "b")).contains("port: 91");

            stories.sdk()
                    .updateServiceInstance(update -> update.serviceName("shop")
                            .name("b")
                            .deploymentType("CURRENT_VERSION")
                            .spec(serviceSpec(instance("b", "prod", 99))));
            repository.commit("live", Map.of("b.yaml", serviceSpec(instance("b", "prod", 92))));
            stories.house().passTime(Duration.ofMinutes(2));
            assertThat(spec(stories, "b")).contains("port: 99");

            stories.sdk()
                    .updateServiceSyncBlocker(
                            update -> update.id(blocker(stories).id()).resolvedReason("It may go."));
            stories.house().passTime(Duration.ofMinutes(1));
            assertThat(spec(stories, "b")).contains("port: 92");
            assertThat(blocker(stories).status()).isEqualTo(BlockerStatus.RESOLVED);
            stories.sdk().deleteServiceSyncConfig(delete -> delete.serviceName("shop"));
        }
    }

    /// Lets the first step of every job of a name fail once, so that others overtake it.
    private static TestHouse.Disturbance failingOnceFor(String job) {
        Set<String> failed = new HashSet<>();
        return new TestHouse.Disturbance() {
            @Override
            public List<Workflow> workflows(List<Workflow> workflows) {
                return workflows.stream()
                        .map(workflow -> new Workflow(
                                workflow.name(),
                                workflow.steps().stream()
                                        .map(step -> once(step))
                                        .toList(),
                                workflow.failure()))
                        .toList();
            }

            private Workflow.Step once(Workflow.Step step) {
                return new Workflow.Step(step.name(), id -> {
                    if (id.endsWith(job) && failed.add(id)) {
                        throw new IllegalStateException("overtaken");
                    }
                    return step.run().apply(id);
                });
            }
        };
    }

    private static TestRepository linked(TestStories stories) {
        var repository = stories.house().repository("shop/code");
        stories.sdk()
                .createRepository(
                        create -> create.provider("GITHUB").name("shop/code").connectionArn(TestStories.CONNECTION));
        return repository;
    }

    private static void push(TestRepository repository, String below) {
        var bundle = BundleArchive.unpack(TestBundles.environment());
        var files = new LinkedHashMap<String, String>();
        bundle.files().forEach((path, file) -> files.put(below + "/" + path, file.text()));
        repository.commit(files);
    }

    private static void followTemplate(TestStories stories) {
        stories.sdk()
                .createTemplateSyncConfig(create -> create.templateName("vpc")
                        .templateType("ENVIRONMENT")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/code")
                        .branch("main"));
        stories.house().runDueWork();
    }

    private static void followService(TestStories stories) {
        stories.sdk()
                .createServiceSyncConfig(create -> create.serviceName("shop")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/code")
                        .branch("main")
                        .filePath("ops.yaml"));
        stories.house().passTime(Duration.ofMinutes(2));
    }

    private static List<String> majors(TestStories stories) {
        return stories
                .sdk()
                .listEnvironmentTemplateVersions(list -> list.templateName("vpc"))
                .templateVersions()
                .stream()
                .map(version -> version.majorVersion())
                .toList();
    }

    private static String spec(TestStories stories, String instance) {
        return stories.instance("shop", instance).spec();
    }

    private static SyncBlocker blocker(TestStories stories) {
        return stories.sdk()
                .getServiceSyncBlockerSummary(get -> get.serviceName("shop").serviceInstanceName("b"))
                .serviceSyncBlockerSummary()
                .latestBlockers()
                .getFirst();
    }
}

package openproton.resource.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import openproton.TestStories;
import openproton.WireAnswer;
import openproton.base.Json;
import openproton.git.TestRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Services whose instances and specs come from a repository from the start.
@SuppressWarnings("deprecation")
class FromRepositoryTest {
    private static final String OPS = """
        sync:
          services:
            shop:
              dev: {branch: main, spec: dev.yaml}
              prod: {branch: release, spec: prod.yaml}
        """;

    private final TestStories stories = TestStories.open().usual();
    private final TestRepository repository = stories.house().repository("shop/specs");

    @BeforeEach
    void prepare() {
        stories.sdk()
                .createRepository(
                        create -> create.provider("GITHUB").name("shop/specs").connectionArn(TestStories.CONNECTION));
        repository.commit(
                Map.of("ops.yaml", OPS, "dev.yaml", TestStories.serviceSpec(TestStories.instance("dev", "dev", 80))));
        repository.commit(
                "release", Map.of("prod.yaml", TestStories.serviceSpec(TestStories.instance("prod", "prod", 90))));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void theInstancesComeFromTheirBranchesAndFollowThem() {
        WireAnswer made = create("developer", "web", Map.of());
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.text("service.status")).isEqualTo("CREATE_IN_PROGRESS");
        pass();
        assertThat(stories.service("shop").statusAsString()).isEqualTo("ACTIVE");
        assertThat(stories.instances("shop")).containsExactlyInAnyOrder("dev", "prod");
        assertThat(stories.instance("shop", "prod").spec()).contains("port: 90");

        repository.commit(
                "release", Map.of("prod.yaml", TestStories.serviceSpec(TestStories.instance("prod", "prod", 91))));
        pass();
        assertThat(stories.instance("shop", "prod").spec()).contains("port: 91");
        assertThat(stories.sdk()
                        .getServiceInstanceSyncStatus(
                                get -> get.serviceName("shop").serviceInstanceName("dev"))
                        .latestSync()
                        .statusAsString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void aTemplateWithAPipelineTakesItsSectionFromTheFirstSpec() {
        repository.commit(Map.of("dev.yaml", TestStories.pipelineSpec("main", TestStories.instance("dev", "dev", 80))));
        WireAnswer made = create(
                "default",
                "piped",
                Map.of(
                        "repositoryConnectionArn",
                        TestStories.CONNECTION,
                        "repositoryId",
                        "shop/code",
                        "branchName",
                        "main"));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        pass();

        assertThat(stories.service("shop").statusAsString()).isEqualTo("ACTIVE");
        assertThat(stories.service("shop").pipeline().spec()).contains("branch: main");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsKept() {
        assertThat(create("readonly", "web", Map.of()).error()).isEqualTo("AccessDeniedException");
        refused(Map.of("repositoryName", "shop/none"), "CreateRepository");
        refused(Map.of("branch", "none"), "branch 'none' does not exist");
        refused(Map.of("filePath", "none.yaml"), "'none.yaml' is not in the repository");
        refused(Map.of("name", "other"), "ops.yaml has no entry sync.services.other");
        refused(Map.of("repositoryId", "shop/code"), "leave out repositoryId");

        repository.commit(Map.of("dev.yaml", TestStories.serviceSpec(TestStories.instance("x", "dev", 80))));
        refused(Map.of(), "dev.yaml has no instance named 'dev'");
        repository.commit(Map.of("dev.yaml", "proton: Something"));
        refused(Map.of(), "dev.yaml: ");
        repository.remove("dev.yaml");
        refused(Map.of(), "branch 'main' has no file 'dev.yaml'");
        assertThat(stories.sdk().listServices(list -> {}).services()).isEmpty();
    }

    private void refused(Map<String, String> members, String why) {
        WireAnswer answer = create("default", "web", members);
        assertThat(answer.error()).isEqualTo("ValidationException");
        assertThat(answer.text("message")).contains(why);
    }

    private WireAnswer create(String profile, String template, Map<String, String> members) {
        var input = new LinkedHashMap<String, Object>(Map.of(
                "name", "shop",
                "templateName", template,
                "templateMajorVersion", "1",
                "repositoryProvider", "GITHUB",
                "repositoryName", "shop/specs",
                "branch", "main",
                "filePath", "ops.yaml"));
        input.putAll(members);
        return stories.house().callAs(profile, "CreateServiceFromRepository", Json.write(input));
    }

    private void pass() {
        stories.house().passTime(Duration.ofMinutes(2));
    }
}

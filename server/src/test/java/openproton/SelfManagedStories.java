package openproton;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import openproton.git.TestRepository;
import openproton.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.RepositoryBranchInput;
import software.amazon.awssdk.services.proton.model.ResourceDeploymentStatus;

/// An environment that pull requests provision, in a whole house: real git, people who review, automation that
/// notifies.
@SuppressWarnings("deprecation")
abstract class SelfManagedStories {
    static final String METADATA = ".proton/deployment-metadata.json";
    static final String ENVIRONMENT = TestStories.ACCOUNT + "environment/prod";
    static final String INSTANCE = TestStories.ACCOUNT + "service/shop/service-instance/blue";

    final TestHouse.World world = TestHouse.World.on(TestDatabases.sqlite());
    final TestStories stories = TestStories.in(TestHouse.proposing(world));
    final TestRepository repository = stories.house().repository("shop/infra");

    @BeforeEach
    void prepare() {
        link("shop/infra");
        stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
        stories.publish(stories.registerEnvironment(
                "vpc", null, TestBundles.terraformEnvironment("output \"zone\" {\n  value = \"north\"\n}\n")));
    }

    void link(String name) {
        stories.sdk()
                .createRepository(create -> create.provider("GITHUB").name(name).connectionArn(TestStories.CONNECTION));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    void create() {
        stories.sdk()
                .createEnvironment(create -> create.name("prod")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .provisioningRepository(branch("shop/infra"))
                        .spec(TestStories.environmentSpec("north")));
        pass();
    }

    void deployed() {
        create();
        accept(proposal());
        succeed(ENVIRONMENT, deploymentId("main", "prod"), "zone", "north");
    }

    void update(String zone) {
        stories.sdk()
                .updateEnvironment(update ->
                        update.name("prod").deploymentType("CURRENT_VERSION").spec(TestStories.environmentSpec(zone)));
        pass();
    }

    void service() {
        stories.sdk().createServiceTemplate(create -> create.name("web"));
        stories.publish(stories.registerService(
                "web", "vpc", null, TestBundles.terraformService("# an instance\n", "# a pipeline\n")));
        stories.startPipelineService(
                "shop", "web", TestStories.pipelineSpec("main", TestStories.instance("blue", "prod", 80)));
        pass();
    }

    static RepositoryBranchInput branch(String repository) {
        return RepositoryBranchInput.builder()
                .provider("GITHUB")
                .name(repository)
                .branch("main")
                .build();
    }

    /// Longer than the engine waits between two looks at a host.
    void pass() {
        stories.house().passTime(Duration.ofSeconds(70));
    }

    List<String> proposals() {
        return repository.branches().stream()
                .filter(name -> name.startsWith("openproton/"))
                .toList();
    }

    /// Somebody merges a proposal and deletes its branch.
    void accept(String branch) {
        repository.merge(branch);
        repository.delete(branch);
        pass();
    }

    /// The proposal of the environment that is open.
    String proposal() {
        return proposal(title -> title.endsWith("environment/prod"));
    }

    String proposal(Predicate<String> title) {
        return proposals().stream()
                .filter(name ->
                        title.test(repository.message(name).lines().findFirst().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    String deploymentId(String branch, String folder) {
        return deploymentId(repository, branch, folder);
    }

    static String deploymentId(TestRepository repository, String branch, String folder) {
        return repository
                .text(branch, folder + "/" + METADATA)
                .replaceFirst("(?s).*\"deploymentId\" : \"([^\"]+)\".*", "$1");
    }

    void fail(String why) {
        stories.sdk()
                .notifyResourceDeploymentStatusChange(notify -> notify.resourceArn(ENVIRONMENT)
                        .status(ResourceDeploymentStatus.FAILED)
                        .statusMessage(why));
    }

    void succeed(String arn, String deploymentId, String key, String value) {
        stories.sdk()
                .notifyResourceDeploymentStatusChange(notify -> notify.resourceArn(arn)
                        .deploymentId(deploymentId)
                        .status(ResourceDeploymentStatus.SUCCEEDED)
                        .outputs(output(key, value)));
        pass();
    }

    static Output output(String key, String value) {
        return Output.builder().key(key).valueString(value).build();
    }

    Environment environment() {
        return stories.sdk().getEnvironment(get -> get.name("prod")).environment();
    }

    DeploymentStatus status() {
        return environment().deploymentStatus();
    }

    /// What the environment says of its deployment; null when nothing.
    @Nullable
    String message() {
        return environment().deploymentStatusMessage();
    }

    String log() {
        String newest = stories.house()
                .call("ListDeployments", "{\"environmentName\": \"prod\"}")
                .text("deployments.0.id");
        return stories.house()
                .call("GetDeploymentLog", "{\"id\": \"%s\"}".formatted(newest))
                .body();
    }
}

package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import openproton.git.TestRepository;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.Environment;
import software.amazon.awssdk.services.proton.model.Output;
import software.amazon.awssdk.services.proton.model.ProvisionedResource;
import software.amazon.awssdk.services.proton.model.RepositoryBranchInput;
import software.amazon.awssdk.services.proton.model.ResourceDeploymentStatus;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;

/// Self-managed provisioning through the whole house: real git, people who review, automation that notifies.
@SuppressWarnings("deprecation")
class SelfManagedTest {
    private static final String METADATA = ".proton/deployment-metadata.json";
    private static final String ENVIRONMENT = TestStories.ACCOUNT + "environment/prod";
    private static final String INSTANCE = TestStories.ACCOUNT + "service/shop/service-instance/blue";

    private final TestStories stories = TestStories.in(TestHouse.proposing(TestHouse.World.on(TestDatabases.sqlite())));
    private final TestRepository repository = stories.house().repository("shop/infra");

    @BeforeEach
    void prepare() {
        link("shop/infra");
        stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
        stories.publish(stories.registerEnvironment(
                "vpc", null, TestBundles.terraformEnvironment("output \"zone\" {\n  value = \"north\"\n}\n")));
    }

    private void link(String name) {
        stories.sdk()
                .createRepository(create -> create.provider("GITHUB").name(name).connectionArn(TestStories.CONNECTION));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void anEnvironmentIsProposedMergedAndReported() {
        create();
        String branch = proposal();

        assertThat(repository.paths(branch))
                .containsExactlyInAnyOrder(
                        "README.md",
                        "prod/" + METADATA,
                        "prod/main.tf",
                        "prod/proton.auto.tfvars.json",
                        "prod/proton.environment.variables.tf");
        assertThat(repository.text(branch, "prod/main.tf")).startsWith("/*").contains(ENVIRONMENT, "output \"zone\"");
        assertThat(repository.text(branch, "prod/proton.auto.tfvars.json")).contains("\"zone\" : \"north\"");
        assertThat(branch).isEqualTo("openproton/" + deploymentId(branch, "prod"));
        assertThat(repository.message(branch))
                .startsWith("Update requested for Proton - environment/prod")
                .contains("+output \"zone\" {", ENVIRONMENT);

        accept(branch);
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);

        succeed(ENVIRONMENT, deploymentId("main", "prod"), "zone", "north");
        assertThat(status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(stories.sdk()
                        .listEnvironmentOutputs(list -> list.environmentName("prod"))
                        .outputs())
                .containsExactly(output("zone", "north"));
        assertThat(stories.sdk()
                        .listEnvironmentProvisionedResources(list -> list.environmentName("prod"))
                        .provisionedResources())
                .singleElement()
                .matches(resource -> resource.provisioningEngineAsString().equals("TERRAFORM"))
                .extracting(ProvisionedResource::name)
                .isEqualTo("prod");
    }

    @Test
    void anInstanceLiesBelowItsEnvironmentAndReadsItsOutputs() {
        deployed();
        service();
        String branch = proposal(path -> path.endsWith("/service-instance/blue"));

        String folder = "prod/shop-blue/";
        assertThat(repository.paths(branch))
                .contains(folder + METADATA, folder + "main.tf", folder + "proton.service_instance.variables.tf");
        assertThat(repository.text(branch, folder + "proton.auto.tfvars.json"))
                .contains("\"zone\" : \"north\"", "\"port\" : 80");
        accept(branch);
        succeed(INSTANCE, deploymentId("main", "prod/shop-blue"), "url", "http://blue");
        assertThat(stories.instance("shop", "blue").deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aPipelineIsProposedToTheRepositoryOfTheAccount() {
        deployed();
        TestRepository pipelines = stories.house().repository("shop/pipelines");
        link("shop/pipelines");
        stories.sdk().updateAccountSettings(update -> update.pipelineProvisioningRepository(branch("shop/pipelines")));
        service();
        String instance = proposal(path -> path.endsWith("/service-instance/blue"));
        accept(instance);
        succeed(INSTANCE, deploymentId("main", "prod/shop-blue"), "url", "http://blue");
        pass();

        String pipeline = pipelines.branches().stream()
                .filter(name -> name.startsWith("openproton/"))
                .findFirst()
                .orElseThrow();
        assertThat(pipelines.text(pipeline, "shop/pipeline/proton.auto.tfvars.json"))
                .contains("http://blue");
        pipelines.merge(pipeline);
        succeed(
                TestStories.ACCOUNT + "service/shop/pipeline",
                deploymentId(pipelines, "main", "shop/pipeline"),
                "role",
                "builder");
        assertThat(stories.service("shop").pipeline().deploymentStatus()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void aComponentLiesAmongTheComponentsOfItsEnvironment() {
        deployed();
        stories.sdk()
                .createComponent(create -> create.name("queue")
                        .environmentName("prod")
                        .manifest("""
                            infrastructure:
                              templates:
                                - file: "queue.tf"
                                  rendering_engine: hcl
                                  template_language: terraform
                            """)
                        .templateFile("output \"queue\" {\n  value = var.environment.name\n}\n"));
        pass();
        String branch = proposal(title -> title.endsWith("component/queue"));

        String folder = "prod/components/queue";
        assertThat(repository.text(branch, folder + "/queue.tf")).contains("component/queue", "output \"queue\"");
        accept(branch);
        succeed(TestStories.ACCOUNT + "component/queue", deploymentId("main", folder), "queue", "prod");
        assertThat(stories.sdk()
                        .getComponent(get -> get.name("queue"))
                        .component()
                        .deploymentStatus())
                .isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    @Test
    void filesLieInEnvironmentsWhereTheBranchHasThatFolderAndAnUpdateTouchesNothingElse() {
        repository.commit(Map.of("environments/README.md", "Layout 1.\n", "environments/dev/main.tf", "# dev\n"));
        create();
        String first = proposal();
        accept(first);
        succeed(ENVIRONMENT, deploymentId("main", "environments/prod"), "zone", "north");

        update("south");
        String second = proposal();
        assertThat(repository.text(second, "environments/prod/proton.auto.tfvars.json"))
                .contains("\"zone\" : \"south\"");
        assertThat(repository.text(second, "environments/dev/main.tf")).isEqualTo("# dev\n");
        assertThat(repository.paths(second)).containsExactlyElementsOf(repository.paths("main"));
        assertThat(repository.message(second)).contains("\"zone\" : \"south\"").doesNotContain("+output \"zone\" {");
    }

    @Test
    void aProposalThatIsTurnedDownCancelsItsDeployment() {
        create();
        repository.delete(proposal());
        pass();

        assertThat(environment().deploymentStatus()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(environment().deploymentStatusMessage()).contains("closed without being merged");

        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void cancellingClosesTheProposal() {
        deployed();
        update("south");
        assertThat(proposals()).hasSize(1);

        stories.sdk().cancelEnvironmentDeployment(cancel -> cancel.environmentName("prod"));
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.CANCELLED);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void aFailureOfTheAutomationIsTheFailureOfTheDeployment() {
        create();
        accept(proposal());
        stories.sdk()
                .notifyResourceDeploymentStatusChange(notify -> notify.resourceArn(ENVIRONMENT)
                        .status(ResourceDeploymentStatus.FAILED)
                        .statusMessage("no more addresses"));

        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(environment().deploymentStatusMessage()).isEqualTo("no more addresses");
    }

    @Test
    void aDeletionIsMarkedInTheFilesAndEndsWithItsMerge() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        String branch = proposal();

        assertThat(repository.text(branch, "prod/" + METADATA))
                .contains("\"isResourceDeleted\" : true", "<proton-resource-deleted>");
        assertThat(repository.paths(branch)).containsExactlyElementsOf(repository.paths("main"));
        assertThat(repository.text(branch, "prod/main.tf")).contains("no longer keeps");
        assertThat(repository.message(branch)).contains("**removes**", "+OpenProton no longer keeps this file");
        accept(branch);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
    }

    @Test
    void aDeletionThatIsTurnedDownFailsAndCanBeAskedForAgain() {
        deployed();
        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        repository.delete(proposal());
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.DELETE_FAILED);

        stories.sdk().deleteEnvironment(delete -> delete.name("prod"));
        pass();
        accept(proposal());
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(this::status);
    }

    @Test
    void aHostThatIsAwayForAWhileLosesNothing() throws IOException {
        Path host = stories.house().data().resolve("git");
        Path away = host.resolveSibling("away");
        Files.move(host, away);
        create();
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(log()).contains("is tried again");

        Files.move(away, host);
        pass();
        String branch = proposal();
        Path gone = repository.folder().resolveSibling("gone");
        Files.move(repository.folder(), gone);
        pass();
        assertThat(status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(log()).contains("There is no repository");

        Files.move(gone, repository.folder());
        accept(branch);
        assertThat(log()).contains("merged as");
        succeed(ENVIRONMENT, deploymentId("main", "prod"), "zone", "north");
        assertThat(status()).isEqualTo(DeploymentStatus.SUCCEEDED);
    }

    private void create() {
        stories.sdk()
                .createEnvironment(create -> create.name("prod")
                        .templateName("vpc")
                        .templateMajorVersion("1")
                        .provisioningRepository(branch("shop/infra"))
                        .spec(TestStories.environmentSpec("north")));
        pass();
    }

    private void deployed() {
        create();
        accept(proposal());
        succeed(ENVIRONMENT, deploymentId("main", "prod"), "zone", "north");
    }

    private void update(String zone) {
        stories.sdk()
                .updateEnvironment(update ->
                        update.name("prod").deploymentType("CURRENT_VERSION").spec(TestStories.environmentSpec(zone)));
        pass();
    }

    private void service() {
        stories.sdk().createServiceTemplate(create -> create.name("web"));
        stories.publish(stories.registerService(
                "web", "vpc", null, TestBundles.terraformService("# an instance\n", "# a pipeline\n")));
        stories.startPipelineService(
                "shop", "web", TestStories.pipelineSpec("main", TestStories.instance("blue", "prod", 80)));
        pass();
    }

    private static RepositoryBranchInput branch(String repository) {
        return RepositoryBranchInput.builder()
                .provider("GITHUB")
                .name(repository)
                .branch("main")
                .build();
    }

    /// Longer than the engine waits between two looks at a host.
    private void pass() {
        stories.house().passTime(Duration.ofSeconds(70));
    }

    private List<String> proposals() {
        return repository.branches().stream()
                .filter(name -> name.startsWith("openproton/"))
                .toList();
    }

    /// Somebody merges a proposal and deletes its branch.
    private void accept(String branch) {
        repository.merge(branch);
        repository.delete(branch);
        pass();
    }

    /// The proposal of the environment that is open.
    private String proposal() {
        return proposal(title -> title.endsWith("environment/prod"));
    }

    private String proposal(Predicate<String> title) {
        return proposals().stream()
                .filter(name ->
                        title.test(repository.message(name).lines().findFirst().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private String deploymentId(String branch, String folder) {
        return deploymentId(repository, branch, folder);
    }

    private static String deploymentId(TestRepository repository, String branch, String folder) {
        return repository
                .text(branch, folder + "/" + METADATA)
                .replaceFirst("(?s).*\"deploymentId\" : \"([^\"]+)\".*", "$1");
    }

    private void succeed(String arn, String deploymentId, String key, String value) {
        stories.sdk()
                .notifyResourceDeploymentStatusChange(notify -> notify.resourceArn(arn)
                        .deploymentId(deploymentId)
                        .status(ResourceDeploymentStatus.SUCCEEDED)
                        .outputs(output(key, value)));
        pass();
    }

    private static Output output(String key, String value) {
        return Output.builder().key(key).valueString(value).build();
    }

    private Environment environment() {
        return stories.sdk().getEnvironment(get -> get.name("prod")).environment();
    }

    private DeploymentStatus status() {
        return environment().deploymentStatus();
    }

    private String log() {
        String newest = stories.house()
                .call("ListDeployments", "{\"environmentName\": \"prod\"}")
                .text("deployments.0.id");
        return stories.house()
                .call("GetDeploymentLog", "{\"id\": \"%s\"}".formatted(newest))
                .body();
    }
}

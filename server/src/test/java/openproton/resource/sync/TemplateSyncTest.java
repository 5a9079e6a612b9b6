package openproton.resource.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.TestBundles;
import openproton.TestStories;
import openproton.base.FileTree;
import openproton.git.TestRepository;
import openproton.render.bundle.BundleArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.GetTemplateSyncStatusResponse;
import software.amazon.awssdk.services.proton.model.RepositorySyncAttempt;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ResourceSyncStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

@SuppressWarnings("deprecation")
class TemplateSyncTest {
    private static final FileTree ENVIRONMENT = BundleArchive.unpack(TestBundles.environment());
    private static final FileTree SERVICE = BundleArchive.unpack(TestBundles.service());

    private final TestStories stories = TestStories.open();
    private final TestRepository repository = stories.house().repository("shop/templates");

    @BeforeEach
    void prepare() {
        stories.sdk().createEnvironmentTemplate(create -> create.name("vpc"));
        stories.sdk().createServiceTemplate(create -> create.name("web").pipelineProvisioning("CUSTOMER_MANAGED"));
        link();
    }

    private void link() {
        stories.sdk()
                .createRepository(create ->
                        create.provider("GITHUB").name("shop/templates").connectionArn(TestStories.CONNECTION));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aPushBecomesADraft() {
        String commit = push("main", "templates/vpc/v1", ENVIRONMENT);
        follow("vpc", "templates");

        assertThat(versions()).containsExactly("1.0 DRAFT");
        var version = stories.sdk()
                .getEnvironmentTemplateVersion(
                        get -> get.templateName("vpc").majorVersion("1").minorVersion("0"))
                .environmentTemplateVersion();
        assertThat(version.description()).contains("shop/templates").contains(commit.substring(0, 7));
        var status = status("1");
        assertThat(status.latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
        assertThat(status.latestSync().targetRevision().sha()).isEqualTo(commit);
        assertThat(status.desiredState().directory()).isEqualTo("templates/vpc/v1");
        assertThat(status.latestSuccessfulSync()).isEqualTo(status.latestSync());
    }

    @Test
    void laterPushesBecomeMinorVersionsAndNewFoldersMajors() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        push("main", "vpc/v1", BundleArchive.unpack(TestBundles.environmentWithMore()));
        pass();
        assertThat(versions()).containsExactly("1.1 DRAFT", "1.0 DRAFT");

        push("main", "vpc/v2", ENVIRONMENT);
        pass();
        assertThat(versions()).containsExactly("2.0 DRAFT", "1.1 DRAFT", "1.0 DRAFT");
    }

    @Test
    void aCommitThatChangesNothingInTheBundleSaysSo() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        repository.commit("main", Map.of("vpc/v1/README.md", "read me\n"));
        pass();

        assertThat(versions()).containsExactly("1.0 DRAFT");
        assertThat(status("1").latestSync().events())
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("NO_CHANGES"));
    }

    @Test
    void aDeletedVersionIsMadeAgainByAPushAndByAnUpdateOfTheConfiguration() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        deleteVersion("0");
        repository.commit("main", Map.of("README.md", "again\n"));
        pass();
        assertThat(versions()).containsExactly("1.1 DRAFT");

        deleteVersion("1");
        update("main");
        pass();
        assertThat(versions()).containsExactly("1.2 DRAFT");
    }

    private void deleteVersion(String minor) {
        stories.sdk()
                .deleteEnvironmentTemplateVersion(
                        delete -> delete.templateName("vpc").majorVersion("1").minorVersion(minor));
    }

    @Test
    void aTemplateThatIsMadeAgainFollowsTheSameCommit() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        var sdk = stories.sdk();
        sdk.deleteTemplateSyncConfig(delete -> delete.templateName("vpc").templateType("ENVIRONMENT"));
        deleteVersion("0");
        sdk.deleteEnvironmentTemplate(delete -> delete.name("vpc"));
        sdk.createEnvironmentTemplate(create -> create.name("vpc"));
        follow("vpc", "");

        assertThat(versions()).containsExactly("1.0 DRAFT");
    }

    @Test
    void whatIsBrokenAndThenRevertedMakesNothingNew() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        repository.commit("main", Map.of("vpc/v1/schema/schema.yaml", "schema: {"));
        pass();
        push("main", "vpc/v1", ENVIRONMENT);
        pass();

        assertThat(versions()).containsExactly("1.0 DRAFT");
        assertThat(status("1").latestSync().events().getLast().type()).isEqualTo("NO_CHANGES");
    }

    @Test
    void aBrokenBundleShowsItsReasonAndStopsNothing() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        repository.commit("main", Map.of("vpc/v1/schema/schema.yaml", "schema: {"));
        pass();
        assertThat(status("1").latestSync().status()).isEqualTo(ResourceSyncStatus.FAILED);
        assertThat(status("1").latestSync().events().getLast().event()).contains("schema.yaml");
        assertThat(status("1").latestSuccessfulSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);

        push("main", "vpc/v1", BundleArchive.unpack(TestBundles.environmentWithMore()));
        pass();
        assertThat(status("1").latestSync().status()).isEqualTo(ResourceSyncStatus.SUCCEEDED);
        assertThat(versions()).contains("1.0 DRAFT").hasSizeGreaterThan(1);
    }

    @Test
    void aServiceTemplateIsRegisteredWithWhatItsFileSays() {
        push("main", "vpc/v1", ENVIRONMENT);
        push("main", "web/v1", SERVICE);
        repository.commit("main", Map.of("web/v1/.template-registration.yaml", """
            compatible_environments: ["vpc:1"]
            supported_component_sources: [DIRECTLY_DEFINED]
            """));
        configureService();
        follow("vpc", "");

        var version = stories.sdk()
                .getServiceTemplateVersion(
                        get -> get.templateName("web").majorVersion("1").minorVersion("0"))
                .serviceTemplateVersion();
        assertThat(version.statusAsString()).isEqualTo("DRAFT");
        assertThat(version.compatibleEnvironmentTemplates())
                .singleElement()
                .satisfies(environment -> assertThat(environment.templateName()).isEqualTo("vpc"));
        assertThat(version.supportedComponentSourcesAsStrings()).containsExactly("DIRECTLY_DEFINED");
    }

    @Test
    void aServiceTemplateWithoutRegistrationFileSaysWhatIsMissing() {
        push("main", "web/v1", SERVICE);
        configureService();
        stories.house().runDueWork();
        assertThat(serviceStatus().latestSync().events().getLast().event())
                .contains(".template-registration.yaml")
                .contains("compatible_environments");

        repository.commit("main", Map.of("web/v1/.template-registration.yaml", "compatible_environment: [\"vpc:1\"]"));
        pass();
        assertThat(serviceStatus().latestSync().events().getLast().event()).contains("write compatible_environments");

        repository.remove("web/v1/.template-registration.yaml");
        repository.commit("main", Map.of("web/v1/.compatible-envs", "vpc:7\n"));
        stories.house().passTime(Duration.ofMinutes(3));
        assertThat(serviceStatus().latestSync().status()).isEqualTo(ResourceSyncStatus.FAILED);
        assertThat(serviceStatus().latestSync().events().getLast().event()).contains("vpc");
    }

    @Test
    void aFolderWithTheWrongNumberSaysWhichWouldBeRight() {
        push("main", "vpc/v5", ENVIRONMENT);
        follow("vpc", "");

        assertThat(status("5").latestSync().events().getLast().event()).contains("v1");
        assertThat(versions()).isEmpty();
    }

    @Test
    void theStatusOfTheBranchSaysWhatItWaitsFor() {
        follow("vpc", "nowhere");
        assertThat(branch("main").statusAsString()).isEqualTo("FAILED");
        assertThat(branch("main").events())
                .extracting(event -> event.event())
                .anySatisfy(text -> assertThat(text).contains("nowhere").contains("vpc/v1"));

        update("next");
        pass();
        assertThat(branch("next").events().getLast().event()).contains("'next' does not exist");

        push("next", "vpc/v1", ENVIRONMENT);
        pass();
        assertThat(branch("next").statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(branch("next").events())
                .extracting(event -> event.type())
                .containsExactly("CLONE_STARTED", "CONFIG_UPDATED", "STARTING_SYNC");
        assertThat(versions()).containsExactly("1.0 DRAFT");
    }

    @Test
    void definitionsNameEveryFollowedFolder() {
        push("main", "vpc/v1", ENVIRONMENT);
        push("main", "vpc/v2", ENVIRONMENT);
        follow("vpc", "");
        assertThat(definitions()).containsExactly("vpc/v1", "vpc/v2");

        repository.remove(repository.paths("main").stream()
                .filter(path -> path.startsWith("vpc/v2/"))
                .toArray(String[]::new));
        pass();
        assertThat(definitions()).containsExactly("vpc/v1");
    }

    private List<String> definitions() {
        return stories
                .sdk()
                .listRepositorySyncDefinitions(list -> list.repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .syncType("TEMPLATE_SYNC"))
                .syncDefinitions()
                .stream()
                .map(definition -> definition.directory())
                .toList();
    }

    @Test
    void aTemplateThatFollowsABranchStays() {
        follow("vpc", "");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> stories.sdk().deleteEnvironmentTemplate(delete -> delete.name("vpc")))
                .withMessageContaining("DeleteTemplateSyncConfig");
    }

    @Test
    void stoppingToFollowKeepsTheVersions() {
        push("main", "vpc/v1", ENVIRONMENT);
        follow("vpc", "");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> stories.sdk()
                        .deleteRepository(delete -> delete.provider("GITHUB").name("shop/templates")));
        stories.sdk()
                .deleteTemplateSyncConfig(delete -> delete.templateName("vpc").templateType("ENVIRONMENT"));
        push("main", "vpc/v1", BundleArchive.unpack(TestBundles.environmentWithMore()));
        pass();

        assertThat(versions()).containsExactly("1.0 DRAFT");
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> status("1"));
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> follow("nothing", ""))
                .withMessageContaining("does not exist");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .createTemplateSyncConfig(create -> create.templateName("vpc")
                                .templateType("ENVIRONMENT")
                                .repositoryProvider("GITHUB")
                                .repositoryName("shop/unknown")
                                .branch("main")))
                .withMessageContaining("CreateRepository");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .createRepository(create ->
                                create.provider("GITHUB").name("shop/none").connectionArn(TestStories.CONNECTION)))
                .withMessageContaining("shop/none");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .createRepository(create -> create.provider("BITBUCKET")
                                .name("shop/templates")
                                .connectionArn(TestStories.CONNECTION)))
                .withMessageContaining("GITHUB");
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> stories.sdk()
                        .createRepository(create -> create.provider("GITHUB")
                                .name("shop/templates2")
                                .connectionArn(TestStories.CONNECTION + "2")))
                .withMessageContaining("main2");
    }

    private void follow(String template, String subdirectory) {
        stories.sdk().createTemplateSyncConfig(create -> {
            create.templateName(template)
                    .templateType("ENVIRONMENT")
                    .repositoryProvider("GITHUB")
                    .repositoryName("shop/templates")
                    .branch("main");
            if (!subdirectory.isEmpty()) {
                create.subdirectory(subdirectory);
            }
        });
        stories.house().runDueWork();
    }

    private void update(String branch) {
        stories.sdk()
                .updateTemplateSyncConfig(update -> update.templateName("vpc")
                        .templateType("ENVIRONMENT")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .branch(branch));
    }

    private void configureService() {
        stories.sdk()
                .createTemplateSyncConfig(create -> create.templateName("web")
                        .templateType("SERVICE")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .branch("main"));
    }

    private String push(String branch, String below, FileTree tree) {
        var files = new LinkedHashMap<String, String>();
        tree.files()
                .keySet()
                .forEach(path -> files.put(below + "/" + path, tree.text(path).orElseThrow()));
        return repository.commit(branch, files);
    }

    private void pass() {
        stories.house().passTime(Duration.ofMinutes(2));
    }

    private List<String> versions() {
        return stories
                .sdk()
                .listEnvironmentTemplateVersions(list -> list.templateName("vpc"))
                .templateVersions()
                .stream()
                .map(major -> major.majorVersion())
                .flatMap(major -> stories
                        .sdk()
                        .listEnvironmentTemplateVersions(
                                list -> list.templateName("vpc").majorVersion(major))
                        .templateVersions()
                        .stream())
                .map(version ->
                        "%s.%s %s".formatted(version.majorVersion(), version.minorVersion(), version.statusAsString()))
                .filter(text -> !text.contains("FAILED"))
                .toList();
    }

    private GetTemplateSyncStatusResponse status(String major) {
        return stories.sdk()
                .getTemplateSyncStatus(get ->
                        get.templateName("vpc").templateType("ENVIRONMENT").templateVersion(major));
    }

    private GetTemplateSyncStatusResponse serviceStatus() {
        return stories.sdk()
                .getTemplateSyncStatus(
                        get -> get.templateName("web").templateType("SERVICE").templateVersion("1"));
    }

    private RepositorySyncAttempt branch(String name) {
        return stories.sdk()
                .getRepositorySyncStatus(get -> get.repositoryProvider("GITHUB")
                        .repositoryName("shop/templates")
                        .branch(name)
                        .syncType("TEMPLATE_SYNC"))
                .latestSync();
    }
}

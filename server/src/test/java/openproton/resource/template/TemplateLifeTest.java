package openproton.resource.template;

import static openproton.TestStories.instance;
import static openproton.TestStories.serviceSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openproton.TestBundles;
import openproton.TestHouse;
import openproton.TestStories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.CompatibleEnvironmentTemplateInput;
import software.amazon.awssdk.services.proton.model.ConflictException;
import software.amazon.awssdk.services.proton.model.EnvironmentTemplateVersion;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.ServiceTemplateVersion;
import software.amazon.awssdk.services.proton.model.TemplateVersionStatus;
import software.amazon.awssdk.services.proton.model.ValidationException;

/// Templates of both kinds and their versions, from the bundle to the last deletion.
@SuppressWarnings("deprecation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateLifeTest {
    private final TestStories stories = TestStories.open();
    private final TestHouse house = stories.house();
    private final ProtonClient sdk = stories.sdk();

    @AfterAll
    void close() {
        stories.close();
    }

    @Test
    void aVersionIsRegisteredLaterAndPublishedByHand() {
        template("life");
        var created = sdk.createEnvironmentTemplateVersion(
                        create -> create.templateName("life").source(stories.source("life", TestBundles.environment())))
                .environmentTemplateVersion();
        assertThat(created.status()).isEqualTo(TemplateVersionStatus.REGISTRATION_IN_PROGRESS);
        assertThat(created.arn()).endsWith("environment-template/life:1.0");
        assertThat(created.schema()).isNull();
        assertThatThrownBy(() -> stories.publish(created)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> delete("life", "1", "0")).isInstanceOf(ConflictException.class);

        house.runDueWork();
        var draft = version("life", "1", "0");
        assertThat(draft.status()).isEqualTo(TemplateVersionStatus.DRAFT);
        assertThat(draft.schema()).contains("environment_input_type");
        assertThat(draft.recommendedMinorVersion()).isNull();
        stories.publish(draft);
        stories.publish(draft);
        assertThat(version("life", "1", "0").recommendedMinorVersion()).isEqualTo("0");
        assertThat(recommended("life")).isEqualTo("1.0");
        assertThatThrownBy(() -> sdk.updateEnvironmentTemplateVersion(update -> update.templateName("life")
                        .majorVersion("1")
                        .minorVersion("0")
                        .status("DRAFT")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("PUBLISHED");
    }

    @Test
    void aTemplateThatIsNoJinjaIsRefusedWithFileAndLine() {
        stories.sdk().createEnvironmentTemplate(create -> create.name("stack"));
        stories.registerEnvironment(
                "stack",
                null,
                TestBundles.cloudFormationEnvironment("Resources:\n  A: {{ environment.inputs.zone }\n"));

        assertThat(stories.sdk()
                        .getEnvironmentTemplateVersion(get ->
                                get.templateName("stack").majorVersion("1").minorVersion("0"))
                        .environmentTemplateVersion())
                .satisfies(version -> {
                    assertThat(version.statusAsString()).isEqualTo("REGISTRATION_FAILED");
                    assertThat(version.statusMessage())
                            .contains("infrastructure/cloudformation.yaml")
                            .contains("line 2");
                });
    }

    @Test
    void aBadBundleSaysWhatIsWrong() {
        template("bad");
        stories.registerEnvironment("bad", null, TestBundles.broken());
        assertThat(version("bad", "1", "0").statusMessage()).contains("schema/schema.yaml");
        stories.registerEnvironment("bad", null, new byte[] {1, 2, 3});
        assertThat(version("bad", "2", "0").status()).isEqualTo(TemplateVersionStatus.REGISTRATION_FAILED);
        sdk.createEnvironmentTemplateVersion(create -> create.templateName("bad")
                .source(source -> source.s3(s3 -> s3.bucket("bundles").key("nowhere.tar.gz"))));
        sdk.createEnvironmentTemplateVersion(create -> create.templateName("bad")
                .source(source -> source.s3(s3 -> s3.bucket("bundles").key("../../credentials"))));
        house.runDueWork();
        assertThat(version("bad", "3", "0").statusMessage()).contains("nowhere.tar.gz");
        assertThat(version("bad", "4", "0").statusMessage()).contains("leaves bucket");
        assertThatThrownBy(() -> sdk.createEnvironment(create -> create.name("x")
                        .templateName("bad")
                        .templateMajorVersion("1")
                        .templateMinorVersion("0")
                        .spec("proton: EnvironmentSpec\nspec: {}")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("REGISTRATION_FAILED");
        assertThat(delete("bad", "1", "0").status()).isEqualTo(TemplateVersionStatus.REGISTRATION_FAILED);
    }

    @Test
    void whatWillNotWorkInTerraformIsToldThoughTheVersionIsRegistered() {
        template("twice");
        stories.registerEnvironment(
                "twice", null, TestBundles.terraformEnvironment("# mine\nvariable \"environment\" {}\n"));

        assertThat(version("twice", "1", "0")).satisfies(version -> {
            assertThat(version.status()).isEqualTo(TemplateVersionStatus.DRAFT);
            assertThat(version.statusMessage()).contains("line 2: declares the variable 'environment'");
        });
    }

    @Test
    void aMinorVersionMustFitTheOnesBefore() {
        template("minor");
        publish("minor", null);
        stories.registerEnvironment("minor", "1", TestBundles.environmentThatNeedsMore());
        stories.registerEnvironment("minor", "1", TestBundles.environmentWithMore());

        assertThat(version("minor", "1", "1").status()).isEqualTo(TemplateVersionStatus.REGISTRATION_FAILED);
        assertThat(version("minor", "1", "1").statusMessage()).contains("owner", "1.0");
        assertThat(version("minor", "1", "2").status()).isEqualTo(TemplateVersionStatus.DRAFT);
        assertThatThrownBy(() -> stories.registerEnvironment("minor", "9", TestBundles.environment()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("9");
    }

    @Test
    void theRecommendedVersionFollowsWhatIsPublishedAndDeleted() {
        template("follow");
        publish("follow", null);
        publish("follow", null);
        publish("follow", "1");
        assertThat(recommended("follow")).isEqualTo("2.0");
        assertThat(version("follow", "1", "0").recommendedMinorVersion()).isEqualTo("1");
        assertThatThrownBy(() -> delete("follow", "2", "0"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("recommended");

        delete("follow", "1", "1");
        assertThat(version("follow", "1", "0").recommendedMinorVersion()).isEqualTo("0");
        delete("follow", "1", "0");
        assertThatThrownBy(() -> version("follow", "1", "0")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sdk.deleteEnvironmentTemplate(delete -> delete.name("follow")))
                .isInstanceOf(ConflictException.class);
        delete("follow", "2", "0");
        assertThat(recommended("follow")).isNull();
        stories.registerEnvironment("follow", null, TestBundles.environment());
        assertThat(version("follow", "3", "0").status()).isEqualTo(TemplateVersionStatus.DRAFT);
        delete("follow", "3", "0");
        sdk.deleteEnvironmentTemplate(delete -> delete.name("follow"));
        assertThatThrownBy(() -> recommended("follow")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aVersionStaysWhileSomethingUsesIt() {
        stories.environmentTemplate("used").environment("user", "used");
        publish("used", "1");
        assertThatThrownBy(() -> delete("used", "1", "0"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("environment/user");

        house.engine().stay("environment/user");
        publish("used", "1");
        sdk.updateEnvironment(update -> update.name("user")
                .deploymentType("MINOR_VERSION")
                .templateMajorVersion("1")
                .templateMinorVersion("1"));
        assertThatThrownBy(() -> delete("used", "1", "1")).isInstanceOf(ConflictException.class);
        house.engine().letFinish("environment/user");
        house.runDueWork();
        delete("used", "1", "0");
    }

    @Test
    void serviceTemplatesBehaveAlike() {
        stories.environmentTemplate("base").serviceTemplate("web", "base").environment("home", "base");
        stories.service("shop", "web", serviceSpec(instance("a", "home", 1)));
        assertThat(sdk.getServiceTemplate(get -> get.name("web"))
                        .serviceTemplate()
                        .recommendedVersion())
                .isEqualTo("1.0");
        ServiceTemplateVersion version = sdk.getServiceTemplateVersion(
                        get -> get.templateName("web").majorVersion("1").minorVersion("0"))
                .serviceTemplateVersion();
        assertThat(version.compatibleEnvironmentTemplates())
                .singleElement()
                .satisfies(template -> assertThat(template.templateName()).isEqualTo("base"));
        assertThatThrownBy(() -> sdk.updateServiceTemplateVersion(update -> update.templateName("web")
                        .majorVersion("1")
                        .minorVersion("0")
                        .compatibleEnvironmentTemplates(CompatibleEnvironmentTemplateInput.builder()
                                .templateName("base")
                                .majorVersion("7")
                                .build())))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> stories.registerService("web", "missing", null, TestBundles.service()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("missing");
        stories.publish(stories.registerService("web", "base", "1", TestBundles.service()));
        assertThatThrownBy(() -> sdk.deleteServiceTemplateVersion(
                        delete -> delete.templateName("web").majorVersion("1").minorVersion("0")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("service/shop/service-instance/a");
        assertThatThrownBy(() -> sdk.deleteServiceTemplate(delete -> delete.name("web")))
                .isInstanceOf(ConflictException.class);
        assertThat(sdk.updateServiceTemplate(update -> update.name("web").description("ours"))
                        .serviceTemplate()
                        .description())
                .isEqualTo("ours");
        assertThat(sdk.listServiceTemplates(list -> {}).templates()).isNotEmpty();
        assertThat(sdk.listServiceTemplateVersions(list -> list.templateName("web"))
                        .templateVersions())
                .singleElement()
                .satisfies(listed -> assertThat(listed.minorVersion()).isEqualTo("1"));
    }

    @Test
    void theListOfVersionsHasOneEntryForEachMajor() {
        template("list");
        publish("list", null);
        publish("list", "1");
        stories.registerEnvironment("list", "1", TestBundles.environment());
        publish("list", null);

        assertThat(sdk.listEnvironmentTemplateVersions(list -> list.templateName("list"))
                        .templateVersions())
                .extracting(listed -> listed.majorVersion() + "." + listed.minorVersion())
                .containsExactly("2.0", "1.1");
        assertThat(sdk.listEnvironmentTemplateVersions(
                                list -> list.templateName("list").majorVersion("1"))
                        .templateVersions())
                .extracting(listed -> listed.minorVersion())
                .containsExactly("2", "1", "0");
        assertThatThrownBy(() -> sdk.listEnvironmentTemplateVersions(list -> list.templateName("nothing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aTemplateCarriesItsNameUntilItGetsAnother() {
        template("named");
        assertThat(sdk.getEnvironmentTemplate(get -> get.name("named"))
                        .environmentTemplate()
                        .displayName())
                .isEqualTo("named");
        sdk.updateEnvironmentTemplate(update -> update.name("named").displayName("A name"));
        assertThat(sdk.listEnvironmentTemplates(list -> {}).templates())
                .anyMatch(listed -> listed.displayName().equals("A name"));
        assertThatThrownBy(() -> sdk.updateEnvironmentTemplate(update -> update.name("nothing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void template(String name) {
        sdk.createEnvironmentTemplate(create -> create.name(name));
    }

    private void publish(String template, @Nullable String major) {
        stories.publish(stories.registerEnvironment(template, major, TestBundles.environment()));
    }

    private EnvironmentTemplateVersion version(String template, String major, String minor) {
        return sdk.getEnvironmentTemplateVersion(
                        get -> get.templateName(template).majorVersion(major).minorVersion(minor))
                .environmentTemplateVersion();
    }

    private EnvironmentTemplateVersion delete(String template, String major, String minor) {
        return sdk.deleteEnvironmentTemplateVersion(delete ->
                        delete.templateName(template).majorVersion(major).minorVersion(minor))
                .environmentTemplateVersion();
    }

    private @Nullable String recommended(String template) {
        return sdk.getEnvironmentTemplate(get -> get.name(template))
                .environmentTemplate()
                .recommendedVersion();
    }
}

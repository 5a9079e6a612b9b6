package openproton.render.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import openproton.base.FileTree;
import openproton.render.BundleException;
import openproton.render.schema.InputKind;
import org.junit.jupiter.api.Test;

class TemplateBundleTest {
    private static final String SCHEMA = """
        schema:
          format: {openapi: "3.0.0"}
          %s
          types:
            In: {type: object, properties: {size: {type: %s, default: public}}}
        """;
    private static final String ENVIRONMENT = SCHEMA.formatted("environment_input_type: In", "string");
    private static final String INSTANCES = SCHEMA.formatted("service_input_type: In", "string");
    private static final String WITH_PIPELINE =
            SCHEMA.formatted("service_input_type: In\n  pipeline_input_type: In", "string");
    private static final String CLOUDFORMATION =
            "infrastructure: {templates: [{file: a.yaml, rendering_engine: jinja, template_language: cloudformation}]}";
    private static final String TERRAFORM =
            "infrastructure: {templates: [{file: '*', rendering_engine: hcl, template_language: terraform}]}";
    private static final String BUILD = "infrastructure: {templates: [{rendering_engine: codebuild, "
            + "settings: {image: i, provision: [a], deprovision: [b]}}]}";

    @Test
    void anEnvironmentBundleHasItsDirectoryAndInputs() {
        var bundle = environment(infrastructure(CLOUDFORMATION).with("infrastructure/a.yaml", "x"));

        var directory = bundle.directory(TemplateBundle.INFRASTRUCTURE).orElseThrow();
        assertThat(directory.manifest()).isEqualTo(new Manifest.CloudFormation("a.yaml"));
        assertThat(directory.selected().files()).containsOnlyKeys("a.yaml");
        assertThat(bundle.schema().text()).isEqualTo(ENVIRONMENT);
        assertThat(bundle.schema().inputs(InputKind.ENVIRONMENT)).isPresent();
    }

    @Test
    void aTerraformWildcardTakesOnlyTheTfFilesOfTheDirectoryItself() {
        var directory = environment(infrastructure(TERRAFORM)
                        .with("infrastructure/main.tf", "x")
                        .with("infrastructure/lambda.zip", "x")
                        .with("infrastructure/module/deep.tf", "x"))
                .directory(TemplateBundle.INFRASTRUCTURE)
                .orElseThrow();

        assertThat(directory.selected().files()).containsOnlyKeys("main.tf");
    }

    @Test
    void aBuildTakesEveryFileHoweverLarge() {
        var directory = environment(infrastructure(BUILD)
                        .with("infrastructure/package-lock.json", "x".repeat(384_032))
                        .with("infrastructure/bin/app.ts", "x"))
                .directory(TemplateBundle.INFRASTRUCTURE)
                .orElseThrow();

        assertThat(directory.selected().files()).containsOnlyKeys("manifest.yaml", "package-lock.json", "bin/app.ts");
    }

    @Test
    void aMissingTemplateFileIsNamedWithItsDirectory() {
        refusesEnvironment(infrastructure(CLOUDFORMATION), "infrastructure/manifest.yaml names the file 'a.yaml'");
        refusesEnvironment(infrastructure(TERRAFORM), "no .tf file is in infrastructure/");
    }

    @Test
    void aMissingManifestIsNamed() {
        refusesEnvironment(
                schema(ENVIRONMENT).with("infrastructure/a.yaml", ""), "infrastructure/manifest.yaml is missing");
    }

    @Test
    void aTemplateFileOverTheQuotaIsRefused() {
        refusesEnvironment(
                infrastructure(CLOUDFORMATION).with("infrastructure/a.yaml", "x".repeat(204_801)),
                "infrastructure/a.yaml has 204,801 bytes, at most 204,800 are allowed");
    }

    @Test
    void moreTemplateFilesThanTheQuotaAreRefused() {
        var files = infrastructure(TERRAFORM);
        for (int number = 0; number <= 100; number++) {
            files = files.with("infrastructure/%d.tf".formatted(number), "");
        }
        refusesEnvironment(files, "infrastructure holds 101 template files, at most 100 are allowed");
    }

    @Test
    void aBundleWithTheDirectoriesOfAnotherIsRefusedWithWhatItHas() {
        refusesEnvironment(
                schema(ENVIRONMENT).with("template/manifest.yaml", ""),
                "infrastructure/ is missing; the bundle of this environment template needs it. "
                        + "The bundle has schema/, template/");
        refusesService(
                schema(WITH_PIPELINE).with("infrastructure/manifest.yaml", "").with("pipeline/manifest.yaml", ""),
                "instance_infrastructure/ is missing");
    }

    @Test
    void aServiceBundleHasInstancesAndPipeline() {
        var bundle = TemplateBundle.check(
                service(WITH_PIPELINE, "pipeline_infrastructure"), TemplateKind.SERVICE, false, BundleLimits.STANDARD);

        assertThat(bundle.directories().keySet()).containsExactly("instance_infrastructure", "pipeline_infrastructure");
    }

    @Test
    void aServiceBundleWithoutPipelineTypeIsRefusedInTheWordsOfTheApi() {
        assertThatThrownBy(() -> TemplateBundle.check(
                        service(INSTANCES, "pipeline_infrastructure"),
                        TemplateKind.SERVICE,
                        false,
                        BundleLimits.STANDARD))
                .hasMessage("Service template schema is not valid: Missing property [pipelineInputType]");
    }

    @Test
    void aServiceWithPipelineNeedsItsDirectory() {
        refusesService(
                service(WITH_PIPELINE),
                "pipeline_infrastructure/ is missing; the bundle of this service template needs it, "
                        + "unless the template is created with pipelineProvisioning CUSTOMER_MANAGED");
    }

    @Test
    void aServiceWithoutPipelineHasNeitherItsDirectoryNorItsInputs() {
        assertThat(withoutPipeline(service(INSTANCES)).directories().keySet())
                .containsExactly("instance_infrastructure");
        assertThatThrownBy(() -> withoutPipeline(service(INSTANCES, "pipeline_infrastructure")))
                .hasMessageContaining("pipeline_infrastructure/ does not belong");
        assertThatThrownBy(() -> withoutPipeline(service(WITH_PIPELINE)))
                .hasMessageContaining("pipeline_input_type does not belong");
    }

    @Test
    void aCustomerManagedEnvironmentIsASchemaOfStrings() {
        assertThat(customerManaged(schema(ENVIRONMENT)).directories()).isEmpty();
        assertThatThrownBy(() -> customerManaged(infrastructure(CLOUDFORMATION)))
                .hasMessageContaining("infrastructure/ does not belong");
        assertThatThrownBy(() -> customerManaged(schema(SCHEMA.formatted("environment_input_type: In", "boolean"))))
                .isInstanceOf(BundleException.class)
                .hasMessage("Environment template schema is not valid: property 'size' has type 'boolean', "
                        + "but a customer-managed environment takes strings only");
    }

    @Test
    void aSchemaOverFiftyKilobytesIsRefused() {
        assertThatThrownBy(() -> customerManaged(schema(ENVIRONMENT + "#" + "x".repeat(51_200))))
                .hasMessageContaining("at most 51,200 are allowed");
    }

    private static FileTree schema(String text) {
        return FileTree.EMPTY.with("schema/schema.yaml", text);
    }

    private static FileTree infrastructure(String manifest) {
        return schema(ENVIRONMENT).with("infrastructure/manifest.yaml", manifest);
    }

    private static FileTree service(String schema, String... more) {
        var files = schema(schema).with("instance_infrastructure/manifest.yaml", BUILD);
        for (String directory : more) {
            files = files.with(directory + "/manifest.yaml", BUILD);
        }
        return files;
    }

    private static TemplateBundle environment(FileTree files) {
        return TemplateBundle.check(files, TemplateKind.ENVIRONMENT, false, BundleLimits.STANDARD);
    }

    private static TemplateBundle customerManaged(FileTree files) {
        return TemplateBundle.check(files, TemplateKind.ENVIRONMENT, true, BundleLimits.STANDARD);
    }

    private static TemplateBundle withoutPipeline(FileTree files) {
        return TemplateBundle.check(files, TemplateKind.SERVICE, true, BundleLimits.STANDARD);
    }

    private static void refusesEnvironment(FileTree files, String message) {
        assertThatThrownBy(() -> environment(files))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(message);
    }

    private static void refusesService(FileTree files, String message) {
        assertThatThrownBy(() -> TemplateBundle.check(files, TemplateKind.SERVICE, false, BundleLimits.STANDARD))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(message);
    }
}

package openproton.render.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import openproton.render.BundleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final String BUILD = """
        infrastructure:
          templates:
            - rendering_engine: codebuild
              settings:
                image: aws/codebuild/amazonlinux2-x86_64-standard:4.0
                runtimes:
                  python: 3.10
                  nodejs: 16
                env:
                  variables:
                    DEBUG: true
                  secrets_manager:
                    TOKEN: my-secret:token
                provision:
                  - npm install
                  - npm run cdk deploy
                deprovision:
                  - npm run cdk destroy
                project_properties:
                  TimeoutInMinutes: 15
                  VpcConfig:
                    Subnets: "{{ environment.inputs.subnets }}"
        """;

    @Test
    void aCloudFormationManifestNamesOneFile() {
        assertThat(read(
                        "file: \"cloudformation.yaml\"",
                        "rendering_engine: jinja",
                        "template_language: cloudformation"))
                .isEqualTo(new Manifest.CloudFormation("cloudformation.yaml"));
    }

    @Test
    void aTerraformManifestNamesOneFileOrAll() {
        assertThat(read("file: \"*\"", "rendering_engine: hcl", "template_language: terraform"))
                .isEqualTo(new Manifest.Terraform("*"));
        assertThat(read("file: main.tf", "rendering_engine: hcl", "template_language: terraform"))
                .isEqualTo(new Manifest.Terraform("main.tf"));
    }

    @Test
    void unknownKeysArePassedOver() {
        assertThat(read("file: a.yaml", "rendering_engine: jinja", "template_language: cloudformation", "color: red"))
                .isEqualTo(new Manifest.CloudFormation("a.yaml"));
    }

    @Test
    void aBuildKeepsRuntimesAsWrittenAndPropertiesTyped() {
        var settings = ((Manifest.CodeBuild) Manifest.read("infrastructure", BUILD)).settings();

        assertThat(settings.runtimes()).containsExactly(Map.entry("python", "3.10"), Map.entry("nodejs", "16"));
        assertThat(settings.projectProperties())
                .containsEntry("TimeoutInMinutes", 15L)
                .containsEntry("VpcConfig", Map.of("Subnets", "{{ environment.inputs.subnets }}"));
        assertThat(settings.variables().plain()).containsExactly(Map.entry("DEBUG", "true"));
        assertThat(settings.variables().secrets()).containsExactly(Map.entry("TOKEN", "my-secret:token"));
        assertThat(settings.commands().provision()).containsExactly("npm install", "npm run cdk deploy");
        assertThat(settings.commands().deprovision()).isEqualTo(List.of("npm run cdk destroy"));
        assertThat(settings.inputType()).isEqualTo(CodeBuildSettings.InputFormat.JSON);
    }

    @Test
    void aBuildMayTakeItsInputsAsHcl() {
        var text = BUILD.replace("image:", "input_type: HCL\n        image:");

        assertThat(((Manifest.CodeBuild) Manifest.read("infrastructure", text))
                        .settings()
                        .inputType())
                .isEqualTo(CodeBuildSettings.InputFormat.HCL);
    }

    @Test
    void thePreviewKeyIsRefusedWithItsNewName() {
        refuses(
                "line 3: the key 'engine' is not supported; write 'rendering_engine'",
                "engine: jinja",
                "file: a.yaml",
                "template_language: cloudformation");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "jinja, terraform, template_language 'terraform' does not go with rendering_engine 'jinja'",
                "hcl, cloudformation, template_language 'cloudformation' does not go with rendering_engine 'hcl'",
                "codebuild, terraform, 'file' does not go with rendering_engine 'codebuild'",
                "helm, terraform, rendering_engine 'helm' is not known"
            })
    void combinationsThatDoNotGoTogetherAreRefused(String engine, String language, String message) {
        refuses(message, "file: x", "rendering_engine: " + engine, "template_language: " + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "sub/a.yaml", "../a.yaml", "\"\"", "\"*.yaml\""})
    void cloudFormationTakesOneFileOfTheSameDirectory(String file) {
        refuses(
                "must be the name of one file",
                "file: " + file,
                "rendering_engine: jinja",
                "template_language: cloudformation");
    }

    @Test
    void twoTemplatesAreRefused() {
        String entry = "    - {file: a, rendering_engine: jinja, template_language: cloudformation}\n";

        assertThatThrownBy(() -> Manifest.read("infrastructure", "infrastructure:\n  templates:\n" + entry + entry))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("infrastructure/manifest.yaml line 2: 'templates' has 2 entries");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "deprovision:, deprovisioning:, the key 'deprovisioning' is not supported; write 'deprovision'",
                "settings:, codebuild:, the key 'codebuild' is not supported; write 'settings'",
                "image:, picture:, 'image' is missing",
                "npm install, {a: b}, 'provision' must be a list of commands",
                "runtimes:, `input_type: XML\n        runtimes:`, input_type 'XML' is not known"
            })
    void settingsOfABuildThatAreWrongAreRefused(String right, String wrong, String message) {
        assertThatThrownBy(() -> Manifest.read("infrastructure", BUILD.replace(right, wrong)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "infrastructure:", "infrastructure: x", "infrastructure: {templates: x}", "a: {{ b }}"
            })
    void whatIsNotAManifestIsRefused(String text) {
        assertThatThrownBy(() -> Manifest.read("infrastructure", text))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("infrastructure/manifest.yaml");
    }

    @Test
    void aManifestOverFiftyKilobytesIsRefused() {
        assertThatThrownBy(() -> Manifest.read("infrastructure", "#" + "ü".repeat(30_000)))
                .hasMessageContaining("has 60,001 bytes, at most 51,200");
    }

    @Test
    void aComponentHasOneFileAndNoBuild() {
        assertThat(Manifest.readForComponent(
                        text("file: component.tf", "rendering_engine: hcl", "template_language: terraform")))
                .isEqualTo(new Manifest.Terraform("component.tf"));
        assertThatThrownBy(() -> Manifest.readForComponent(
                        text("file: \"*\"", "rendering_engine: hcl", "template_language: terraform")))
                .hasMessageContaining("name it instead of '*'");
        assertThatThrownBy(() -> Manifest.readForComponent(BUILD)).hasMessageContaining("use 'jinja' or 'hcl'");
    }

    private static Manifest read(String... lines) {
        return Manifest.read("infrastructure", text(lines));
    }

    private static String text(String... lines) {
        return "infrastructure:\n  templates:\n    - " + String.join("\n      ", lines);
    }

    private static void refuses(String message, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("infrastructure/manifest.yaml line ")
                .hasMessageContaining(message);
    }
}

package openproton.render.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import openproton.base.FileTree;
import openproton.render.RenderException;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.Namespace;
import org.junit.jupiter.api.Test;

class CodeBuildFilesTest {
    private static final String MANIFEST = """
        infrastructure:
          templates:
            - rendering_engine: codebuild
              settings:
                image: standard:4.0
                runtimes: {python: 3.10}
                env:
                  variables: {STAGE: "{{ name }}"}
                  secrets_manager: {TOKEN: "my-secret:token"}
                provision: ["deploy {{ name }}", "export A=1"]
                deprovision: ["destroy {{ name }}"]
                project_properties: {TimeoutInMinutes: 5, VpcConfig: {Subnets: "{{ subnets }}"}}
        """;
    private static final Namespace NAMESPACE =
            Namespace.environment("dev", Map.of("subnets", List.of("a", "b"), "note", "${x} \"q\"\n"));

    @Test
    void theWorkingDirectoryHasTheBundlesFilesInputsAndBuildspecs() {
        var files = render(MANIFEST);

        assertThat(files.files())
                .containsOnlyKeys(
                        ".openproton/deprovision.buildspec.json",
                        ".openproton/provision.buildspec.json",
                        "bin/run.sh",
                        "manifest.yaml",
                        "proton-inputs.json");
        assertThat(files.text("proton-inputs.json").orElseThrow()).startsWith("{\"environment\":{\"name\":\"dev\",");
    }

    @Test
    void theBuildspecSaysWhatToRunAndWhere() {
        assertThat(render(MANIFEST).text(CodeBuildFiles.PROVISION))
                .contains("{\"version\":\"0.2\",\"image\":\"standard:4.0\","
                              + "\"env\":{\"variables\":{\"STAGE\":\"dev\"},\"secrets-manager\":{\"TOKEN\":\"my-secret:token\"}},"
                              + "\"phases\":{\"install\":{\"runtime-versions\":{\"python\":\"3.10\"}},\"build\":{\"commands\":[\"deploy"
                              + " dev\",\"export A=1\"]}},"
                              + "\"project-properties\":{\"TimeoutInMinutes\":5,\"VpcConfig\":{\"Subnets\":[\"a\",\"b\"]}}}");
        assertThat(render(MANIFEST).text(CodeBuildFiles.DEPROVISION).orElseThrow())
                .contains("\"commands\":[\"destroy dev\"]");
    }

    @Test
    void withoutRuntimesThereIsNoInstallPhase() {
        assertThat(render(MANIFEST.replace("runtimes: {python: 3.10}", ""))
                        .text(CodeBuildFiles.PROVISION)
                        .orElseThrow())
                .contains("\"phases\":{\"build\":")
                .doesNotContain("install");
    }

    @Test
    void hclInputsAreWrittenUnderBothNames() {
        var files = render(MANIFEST.replace("image:", "input_type: HCL\n        image:"));

        assertThat(files.files()).containsKeys("proton-inputs.tfvars", "proton-inputs.auto.tfvars");
        assertThat(files.files()).doesNotContainKey("proton-inputs.json");
        assertThat(files.find("proton-inputs.tfvars")).isEqualTo(files.find("proton-inputs.auto.tfvars"));
        assertThat(files.text("proton-inputs.tfvars").orElseThrow())
                .startsWith("environment = {\n  \"name\" = \"dev\"\n  \"inputs\" = {\n")
                .contains("    \"subnets\" = [\"a\", \"b\"]\n")
                .contains("    \"note\" = \"$${x} \\\"q\\\"\\n\"\n")
                .endsWith("  }\n}\n");
    }

    @Test
    void hclValuesKeepTheirTypes() {
        assertThat(Hcl.assignments(Namespace.environment("a", Map.of()).values()))
                .contains("\"inputs\" = {}");
        assertThat(Hcl.assignments(Map.of("a", List.of(1L, 1.5e10, true, "%{if}", "\\", "$$", "\u0001"))))
                .isEqualTo("a = [1, 15000000000, true, \"%%{if}\", \"\\\\\", \"$$\", \"\\u0001\"]\n");
    }

    @Test
    void aSettingThatCannotBeRenderedIsNamed() {
        assertThatThrownBy(() -> render(MANIFEST.replace("destroy {{ name }}", "destroy {{ missing }}")))
                .isInstanceOf(RenderException.class)
                .hasMessage("infrastructure/manifest.yaml: settings.deprovision[0]: 'missing' is undefined");
        assertThatThrownBy(() -> render(MANIFEST.replace("{{ subnets }}", "{{ missing }}")))
                .hasMessageContaining("settings.project_properties.VpcConfig.Subnets: ");
    }

    private static FileTree render(String manifest) {
        var directory = new TemplateDirectory(
                "infrastructure",
                Manifest.read("infrastructure", manifest),
                FileTree.EMPTY
                        .with("manifest.yaml", manifest)
                        .with("bin/run.sh", new FileTree.Entry(new byte[] {'#'}, true))
                        .with("proton-inputs.json", "a sample")
                        .with("proton-outputs.json", "a sample"));
        return CodeBuildFiles.render(
                directory, (Manifest.CodeBuild) directory.manifest(), NAMESPACE, new SmallestEngine());
    }

    /// The smallest template engine: knows `name` and `subnets`.
    private static final class SmallestEngine implements TemplateEngine {
        @Override
        public Object evaluate(String fileName, String text, Map<String, Object> values) {
            check(fileName, text);
            return text.equals("{{ subnets }}") ? List.of("a", "b") : text.replace("{{ name }}", "dev");
        }

        @Override
        public void check(String fileName, String text) {
            if (text.contains("missing")) {
                throw new RenderException("'missing' is undefined");
            }
        }
    }
}

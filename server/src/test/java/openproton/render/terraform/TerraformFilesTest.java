package openproton.render.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The compiled files of one resource of each kind, as they lie in `resources/terraform`; `-Dgolden.write=true`
/// rewrites them.
class TerraformFilesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "terraform");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(TerraformCase.class)
    void theFilesOfEachKindAreAsTheyAreKept(TerraformCase one) {
        compare(GOLDEN.resolve(one.folder()).resolve("provision"), one.files());
    }

    @ParameterizedTest
    @EnumSource(TerraformCase.class)
    void aRequestToRemoveKeepsEveryFileAndMarksIt(TerraformCase one) {
        FileTree deleted = TerraformFiles.deleted(one.files());

        assertThat(deleted.files().keySet()).isEqualTo(one.files().files().keySet());
        compare(GOLDEN.resolve(one.folder()).resolve("remove"), deleted);
        assertThat(deleted.text("proton.auto.tfvars.json"))
                .isEqualTo(one.files().text("proton.auto.tfvars.json"));
        assertThat(Json.read(deleted.text(TerraformFiles.METADATA).orElseThrow()))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("deploymentId", "<proton-resource-deleted>")
                .containsEntry("isResourceDeleted", true);
    }

    @Test
    void whatWasNotRenderedHereIsLeftAsItIs() {
        var files = FileTree.EMPTY.with("main.tf", "/* mine */\n");

        assertThat(TerraformFiles.deleted(files)).isEqualTo(files);
    }

    @Test
    void aByteOrderMarkDoesNotEndUpInTheMiddle() {
        var files = TerraformFiles.render(
                directory(Map.of("main.tf", "\uFEFFlocals {\n}\n")),
                TerraformCase.ENVIRONMENT.namespace(),
                TerraformCase.ENVIRONMENT.subject());

        assertThat(files.text("main.tf").orElseThrow()).endsWith("*/\n\nlocals {\n}\n");
    }

    @Test
    void variablesThatAreDeclaredTwiceAreNamedWithTheirPlace() {
        var directory = directory(
                Map.of("variables.tf", """
                    # variable "environment" {}
                    variable "port" {
                      description = "variable \\"proton_tags\\" {"
                    }

                    variable "proton_tags" {
                      type = map(string)
                    }
                    """, "proton.environment.variables.tf", "variable \"environment\" {}\n"));

        assertThat(TerraformFiles.warnings(directory))
                .containsExactly("infrastructure/variables.tf, line 6: declares the variable 'proton_tags', which"
                        + " proton.environment.variables.tf declares for it; Terraform takes only one, so remove it"
                        + " here");
    }

    @ParameterizedTest
    @EnumSource(TerraformCase.class)
    @EnabledIf("openproton.render.terraform.RealTerraform#isThere")
    void terraformFindsTheFilesFormattedAndValid(TerraformCase one) {
        for (FileTree files : List.of(one.files(), TerraformFiles.deleted(one.files()))) {
            RealTerraform terraform = RealTerraform.in(folder.resolve("run"), files);

            assertThat(terraform.run("fmt", "-check", "-diff", ".")).isEmpty();
            terraform.run("init", "-backend=false", "-input=false");
            assertThat(terraform.run("validate", "-no-color")).contains("Success!");
            assertThat(terraform.run("plan", "-no-color", "-input=false")).contains("1 to add, 0 to change");
        }
    }

    private static TemplateDirectory directory(Map<String, String> files) {
        FileTree tree = FileTree.EMPTY;
        for (Map.Entry<String, String> file : files.entrySet()) {
            tree = tree.with(file.getKey(), file.getValue());
        }
        return new TemplateDirectory("infrastructure", new Manifest.Terraform("*"), tree);
    }

    private static void compare(Path golden, FileTree files) {
        if (Boolean.getBoolean("golden.write")) {
            files.files().forEach((name, file) -> write(golden.resolve(name), file.text()));
        }
        assertThat(kept(golden)).isEqualTo(files);
    }

    private static FileTree kept(Path golden) {
        try (Stream<Path> files = Files.walk(golden)) {
            FileTree tree = FileTree.EMPTY;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree = tree.with(golden.relativize(file).toString(), Files.readString(file));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

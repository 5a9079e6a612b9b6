package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void versionControlAndLinksAreNoPartOfABundle() throws IOException {
        write("schema/schema.yaml", "schema: {}");
        write(".git/config", "x");
        write("infrastructure/.terraform/cache", "x");
        write("infrastructure/main.tf", "x");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("schema/schema.yaml"));

        assertThat(BundleFolder.read(folder).files().files())
                .containsOnlyKeys("schema/schema.yaml", "infrastructure/main.tf");
    }

    @Test
    void scriptsKeepTheirPermission() throws IOException {
        write("schema/schema.yaml", "schema: {}");
        write("run.sh", "exit 0");
        Files.setPosixFilePermissions(folder.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));

        var files = BundleFolder.read(folder).files();

        assertThat(files.find("run.sh").orElseThrow().executable()).isTrue();
        assertThat(files.find("schema/schema.yaml").orElseThrow().executable()).isFalse();
    }

    @Test
    void theFoldersDecideTheKind() throws IOException {
        write("schema/schema.yaml", "schema: {}");
        assertThat(BundleFolder.read(folder).kind()).isEqualTo(TemplateKind.ENVIRONMENT);

        write("instance_infrastructure/manifest.yaml", "infrastructure: {}");
        assertThat(BundleFolder.read(folder).kind()).isEqualTo(TemplateKind.SERVICE);
    }

    @Test
    void withoutInfrastructureTheSchemaDecidesTheKind() throws IOException {
        write("schema/schema.yaml", "schema: {service_input_type: In}");

        assertThat(BundleFolder.read(folder).kind()).isEqualTo(TemplateKind.SERVICE);
    }

    @Test
    void aServiceWithoutAPipelineFolderHasNoPipeline() throws IOException {
        write("schema/schema.yaml", "schema: {}");
        assertThat(BundleFolder.read(folder).customerManaged(TemplateKind.SERVICE))
                .isTrue();

        write("pipeline_infrastructure/manifest.yaml", "infrastructure: {}");
        assertThat(BundleFolder.read(folder).customerManaged(TemplateKind.SERVICE))
                .isFalse();
    }

    @Test
    void aFolderWithoutASchemaIsNoBundle() {
        assertThatThrownBy(() -> BundleFolder.read(folder))
                .hasMessage("%s is not a template bundle: it has no schema/schema.yaml".formatted(folder));
        assertThatThrownBy(() -> BundleFolder.read(folder.resolve("nowhere")))
                .hasMessage("%s is not a folder".formatted(folder.resolve("nowhere")));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling(""));
        Files.writeString(folder.resolve(path), text);
    }
}

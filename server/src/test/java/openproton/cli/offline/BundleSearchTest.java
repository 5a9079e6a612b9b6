package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openproton.render.bundle.TemplateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSearchTest {
    private static final String SERVICE_SPEC = "proton: ServiceSpec\ninstances: []\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bundlesAreFoundInAllFoldersButThoseOfTools() throws IOException {
        write("b/schema/schema.yaml", "");
        write("a/deep/schema/schema.yaml", "");
        write("node_modules/c/schema/schema.yaml", "");
        write("target/d/schema/schema.yaml", "");

        assertThat(search().bundles(folder)).containsExactly(folder.resolve("a/deep"), folder.resolve("b"));
    }

    @Test
    void aFolderThatIsABundleIsTheOnlyOne() throws IOException {
        write("schema/schema.yaml", "");
        write("examples/a/schema/schema.yaml", "");

        assertThat(search().bundles(folder)).containsExactly(folder);
    }

    @Test
    void withoutABundleTheFolderIsNamed() {
        assertThatThrownBy(() -> search().bundles(folder))
                .hasMessage("there is no template bundle in %s: no folder has a schema/schema.yaml".formatted(folder));
    }

    @Test
    void aSpecIsKnownByItsFirstMember() throws IOException {
        write("bundle/any-name.yaml", "# comment\n---\n" + SERVICE_SPEC);
        write("bundle/values.yaml", "other: ServiceSpec\n");
        write("bundle/notes.txt", SERVICE_SPEC);

        assertThat(search().specs(folder.resolve("bundle"), TemplateKind.SERVICE))
                .containsExactly(folder.resolve("bundle/any-name.yaml"));
    }

    @Test
    void withoutASpecInTheBundleThoseOfItsKindNextToItCount() throws IOException {
        write("bundle/schema/schema.yaml", "");
        write("specs/service.yaml", SERVICE_SPEC);
        write("specs/environment.yaml", "proton: EnvironmentSpec\nspec: {}\n");

        assertThat(search().specs(folder.resolve("bundle"), TemplateKind.SERVICE))
                .containsExactly(folder.resolve("specs/service.yaml"));
    }

    @Test
    void pathsAreShownRelativeToTheWorkingFolder() {
        assertThat(search().shown(folder.resolve("a/b"))).isEqualTo("a/b");
        assertThat(search().shown(Path.of("/elsewhere"))).isEqualTo("/elsewhere");
    }

    private BundleSearch search() {
        return new BundleSearch(folder);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling(""));
        Files.writeString(folder.resolve(path), text);
    }
}

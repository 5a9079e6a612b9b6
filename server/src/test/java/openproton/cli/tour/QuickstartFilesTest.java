package openproton.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDataFolderThatTheQuickstartCreatedIsRemovedAsAWhole() {
        var files = new QuickstartFiles(folder.resolve("data"));
        files.create();

        assertThat(files.remove(true)).contains("including " + folder.resolve("data"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void otherResourcesOfTheServerKeepTheDataFolder() throws IOException {
        var files = new QuickstartFiles(folder.resolve("data"));
        files.create();
        Files.createDirectories(files.sites().resolve("blue"));

        assertThat(files.remove(false)).contains("other data of the server is still in");
        assertThat(files.sites()).doesNotExist();
        assertThat(folder.resolve("data")).exists();
    }

    @Test
    void aDataFolderThatWasThereBeforeIsNeverRemoved() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        var files = new QuickstartFiles(folder.resolve("data"));
        files.create();

        files.remove(true);

        assertThat(folder.resolve("data")).exists();
    }

    @Test
    void aDataFolderBelowAFileCannotBeCreated() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var files = new QuickstartFiles(folder.resolve("file/data"));

        assertThatThrownBy(files::create).hasMessageStartingWith("cannot create %s: ".formatted(files.data()));
    }
}

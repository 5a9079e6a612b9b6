package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import openproton.settings.DataFolder;
import openproton.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a server keeps on the disk is its owner's alone.
class DataFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFolderAndTheDatabaseAreTheirOwnersAlone() throws IOException {
        Path data = folder.resolve("above/data");
        RunningServer.start(settings(data, Map.of())).close();

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(DataFolder.at(data).warning()).isEmpty();
        try (var files = Files.list(data)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("openproton.db")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(DataFolder.at(data).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("other users", "chmod 700 " + data));
        assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aLostMasterKeyIsNotReplaced() throws IOException {
        Path data = folder.resolve("data");
        RunningServer.start(settings(data, Map.of())).close();
        Path file = data.resolve("master.key");
        byte[] key = Files.readAllBytes(file);
        Files.delete(file);

        RunningServer.start(settings(
                        data,
                        Map.of("OPENPROTON_MASTER_KEY", Base64.getEncoder().encodeToString(key))))
                .close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunningServer.start(settings(data, Map.of())))
                .withMessageContaining(file + ", or set OPENPROTON_MASTER_KEY");
        assertThat(file).doesNotExist();
    }

    private static Settings settings(Path data, Map<String, String> variables) {
        return new Settings(Map.of("data", data.toString(), "port", "0"), variables, Map.of());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

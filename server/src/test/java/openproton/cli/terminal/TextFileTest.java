package openproton.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTextOfAFileIsRead() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), "name: größer\n");

        assertThat(TextFile.read(folder.resolve("spec.yaml"))).isEqualTo("name: größer\n");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nothing.yaml");

        assertThatThrownBy(() -> TextFile.read(file))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("cannot read %s: it does not exist".formatted(file));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("image"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertThatThrownBy(() -> TextFile.read(file)).hasMessage("%s is not text in UTF-8".formatted(file));
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> TextFile.read(folder)).hasMessageStartingWith("cannot read %s: ".formatted(folder));
    }

    @Test
    void aFailureNamesTheVerbTheFileAndTheReason() {
        var failure = FileErrors.cannot("write to", folder, new AccessDeniedException("x"));

        assertThat(failure).hasMessage("cannot write to %s: permission denied".formatted(folder));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
    }
}

package openproton.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import openproton.base.FileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineBuildspecTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void commandsAndVariablesAreRead() {
        var buildspec = OfflineBuildspec.parse("""
            {"env": {"variables": {"A": "1"}}, "phases": {"build": {"commands": ["echo 1", "echo 2"]}}}
            """);

        assertThat(buildspec.commands()).containsExactly("echo 1", "echo 2");
        assertThat(buildspec.variables().get("A")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"phases\": 3}", "{\"phases\": {\"build\": {\"commands\": \"echo\"}}}"})
    void anotherTextHasNoCommands(String text) {
        assertThat(OfflineBuildspec.parse(text).commands()).isEmpty();
        assertThat(OfflineBuildspec.parse(text).variables().isEmpty()).isTrue();
    }

    @Test
    void filesAreWrittenWithTheirFoldersAndPermissions() {
        var script = new FileTree.Entry("exit 0".getBytes(StandardCharsets.UTF_8), true);
        var files = new FileTree(new TreeMap<>(Map.of("bin/run.sh", script)));

        new OutputFolder(folder).write(files);

        assertThat(folder.resolve("bin/run.sh")).hasContent("exit 0").isExecutable();
    }

    @Test
    void aFileInPlaceOfAFolderCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new OutputFolder(file).write(FileTree.EMPTY.with("a", "b")))
                .hasMessageStartingWith("cannot write to %s: ".formatted(file));
    }
}

package openproton.cli.command.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import openproton.api.RenderedDeployment;
import openproton.api.RenderedFile;
import openproton.base.FileTree;
import openproton.cli.terminal.RecordedTerminal;
import openproton.render.codebuild.CodeBuildFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedViewTest {
    private static final String BUILDSPEC = """
        {"env": {"variables": {"SITE": "staging"}}, "phases": {"build": {"commands": ["echo one", "sh two.sh"]}}}
        """;

    @TempDir
    private Path folder = Path.of("");

    private final RecordedTerminal recorded = new RecordedTerminal(false);

    @Test
    void commandsAreShownWithTheirVariables() {
        var files = FileTree.EMPTY.with(CodeBuildFiles.PROVISION, BUILDSPEC);

        view(files).show(recorded.terminal());

        assertThat(recorded.results())
                .startsWith("environment staging")
                .containsSequence("  provision", "    SITE=\"staging\"", "    echo one", "    sh two.sh");
    }

    @Test
    void otherFilesAreShownInFull() {
        view(FileTree.EMPTY.with("stack.yaml", "Resources: {}\n")).show(recorded.terminal());

        assertThat(recorded.results()).containsSequence("  stack.yaml", "    Resources: {}");
    }

    @Test
    void filesAreWrittenToAFolderOfTheDeployment() {
        view(FileTree.EMPTY.with("a/stack.yaml", "Resources: {}\n")).write(folder);

        assertThat(folder.resolve("staging/a/stack.yaml")).hasContent("Resources: {}");
    }

    @Test
    void aFileWithoutContentCannotBeWritten() {
        var rendered = RenderedDeployment.builder()
                .target("instance blue")
                .inputs("{}")
                .files(List.of(RenderedFile.builder().path("big.zip").size(9).build()))
                .build();

        assertThatThrownBy(() -> RenderedView.of(rendered).write(folder))
                .hasMessage("instance blue: the server does not send the content of 'big.zip', which is too long or not"
                        + " text");
    }

    private static RenderedView view(FileTree files) {
        Map<String, Integer> sizes = files.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().content().length));
        return new RenderedView("environment staging", "staging", sizes, files);
    }
}

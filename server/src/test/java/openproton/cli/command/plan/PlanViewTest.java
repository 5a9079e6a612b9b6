package openproton.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openproton.cli.terminal.RecordedTerminal;
import org.junit.jupiter.api.Test;

class PlanViewTest {
    private final RecordedTerminal recorded = new RecordedTerminal(false);
    private final PlanView view = new PlanView(recorded.terminal());

    @Test
    void theHeadingNamesTheVersionsOnceWhenTheyAreTheSame() {
        view.head("instance blue", "web:1.0", "web:1.0");
        view.head("instance blue", "web:1.0", "web:1.1");
        view.head("component queue", "", "");

        assertThat(recorded.results())
                .containsExactly("instance blue (web:1.0)", "instance blue (web:1.0 -> web:1.1)", "component queue");
    }

    @Test
    void anEmptyDifferenceIsSaid() {
        view.difference("spec", "");
        view.resources(List.of());

        assertThat(recorded.results()).containsExactly("spec: no difference", "resources: no change");
    }

    @Test
    void addedAndRemovedLinesHaveTheirColours() {
        var coloured = new RecordedTerminal(true);

        new PlanView(coloured.terminal())
                .difference("spec", "--- a/spec\n+++ b/spec\n@@ -1 +1 @@\n-old\n+new\n same\n");

        assertThat(coloured.results())
                .containsExactly(
                        "spec:",
                        "\u001b[1m--- a/spec\u001b[0m",
                        "\u001b[1m+++ b/spec\u001b[0m",
                        "\u001b[2m@@ -1 +1 @@\u001b[0m",
                        "\u001b[31m-old\u001b[0m",
                        "\u001b[32m+new\u001b[0m",
                        " same");
    }

    @Test
    void resourcesOfAnEngineThatCannotTellAreUnknown() {
        view.resourcesUnknown("Commands do not tell.");
        view.engineText("1 to add\n0 to change");

        assertThat(recorded.results())
                .containsExactly("resources: unknown. Commands do not tell.", "1 to add", "0 to change");
    }
}

package openproton.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private final RecordedTerminal plain = new RecordedTerminal(false);

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        var table = new Table(plain.terminal(), "KIND", "NAME", "STATUS");
        table.row("environment", "dev", "SUCCEEDED");
        table.row("service", "web-shop", "FAILED");
        table.print();

        assertThat(plain.results())
                .containsExactly(
                        "KIND         NAME      STATUS",
                        "environment  dev       SUCCEEDED",
                        "service      web-shop  FAILED");
    }

    @Test
    void linesEndWithTheirLastCell() {
        var table = new Table(plain.terminal(), "A", "B");
        table.row("a", "");
        table.print();

        assertThat(plain.results()).containsExactly("A  B", "a");
    }

    @Test
    void withoutRowsNothingIsWritten() {
        new Table(plain.terminal(), "A", "B").print();

        assertThat(plain.results()).isEmpty();
    }

    @Test
    void onlyTheStatusOfARowIsColoured() {
        var coloured = new RecordedTerminal(true);
        var table = new Table(coloured.terminal(), "NAME", "STATUS");
        table.row("dev", "DELETE_FAILED");
        table.print();

        assertThat(coloured.results().getLast()).isEqualTo("dev   \u001b[31mDELETE_FAILED\u001b[0m");
    }
}

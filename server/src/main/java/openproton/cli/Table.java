package openproton.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Rows of text in columns, as wide as they need to be.
final class Table {
    private static final String GAP = "  ";
    private static final Pattern STATUS =
            Pattern.compile("\\b([A-Z]+_[A-Z_]+|SUCCEEDED|FAILED|ACTIVE|CANCELLED|CANCELLING)\\b");

    private final Terminal terminal;
    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Terminal terminal, String... titles) {
        this.terminal = terminal;
        this.titles = List.of(titles);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// Writes the rows under their titles; nothing when there are none.
    void print() {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths();
        terminal.say(terminal.tinted(Terminal.Tone.STRONG, line(titles, widths)));
        rows.forEach(row -> terminal.say(coloured(line(row, widths))));
    }

    private int[] widths() {
        int[] widths = titles.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            Arrays.setAll(
                    widths, column -> Math.max(widths[column], row.get(column).length()));
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(column == 0 ? "" : GAP).append(cell).repeat(" ", widths[column] - cell.length());
        }
        return line.toString().stripTrailing();
    }

    private String coloured(String line) {
        if (!terminal.colours()) {
            return line;
        }
        return STATUS.matcher(line).replaceAll(found -> terminal.status(found.group()));
    }
}

package openproton.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Rows of text in aligned columns.
public final class Table {
    private static final String GAP = "  ";
    private static final Pattern STATUS =
            Pattern.compile("\\b([A-Z]+_[A-Z_]+|SUCCEEDED|FAILED|ACTIVE|CANCELLED|CANCELLING)\\b");

    private final Terminal terminal;
    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Terminal terminal, String... titles) {
        this.terminal = terminal;
        this.titles = List.of(titles);
    }

    /// Adds a row.
    ///
    /// @param cells one for each title
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// Writes the titles and the rows; nothing when there are no rows.
    public void print() {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths();
        terminal.title(line(titles, widths));
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

package openproton.render;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Guesses the intended name for an unknown one.
public final class NearMiss {
    private static final int LENGTH_MAX = 100;

    private NearMiss() {}

    /// `; did you mean 'x'?`, or nothing when no known name is near.
    public static String hint(String given, Collection<String> known) {
        int editsMax = Math.min(2, given.length() / 2);
        return known.stream()
                .filter(name -> edits(given, name) <= editsMax)
                .min(Comparator.comparingInt(name -> edits(given, name)))
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
    }

    /// The number of letters to add, drop or change, ignoring case.
    private static int edits(String one, String other) {
        if (Math.max(one.length(), other.length()) > LENGTH_MAX) {
            return Integer.MAX_VALUE;
        }
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}

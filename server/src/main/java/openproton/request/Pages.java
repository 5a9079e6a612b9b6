package openproton.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openproton.store.Row;
import openproton.store.Transaction;

/// Reads lists page by page: each page starts behind the sort key of the last item, so inserts never shift later pages.
public record Pages(PageTokens tokens) {
    private static final int SIZE = 100;

    /// What is listed.
    ///
    /// @param select `SELECT ... FROM ... WHERE ...` without order
    /// @param parameters of the statement
    /// @param keys the columns that sort the list, together unique
    /// @param descending whether the greatest comes first
    /// @param list what is listed for whom: operation, filters and account; binds tokens
    public record Listing(String select, List<Object> parameters, List<Key> keys, boolean descending, String list) {}

    /// A column that sorts.
    ///
    /// @param column its name
    /// @param numeric whether it holds numbers
    public record Key(String column, boolean numeric) {

        /// How the answer calls the column: without its table.
        String label() {
            return column.substring(column.indexOf('.') + 1);
        }

        /// A column of text.
        public static Key text(String column) {
            return new Key(column, false);
        }

        /// A column of numbers or times.
        public static Key number(String column) {
            return new Key(column, true);
        }
    }

    private record Found<T>(T item, List<String> position) {}

    /// One page.
    ///
    /// @param size how many items it may hold; empty means 100
    /// @param token where it starts; empty means at the beginning
    public <T> Page<T> read(
            Transaction tx, Listing listing, Function<Row, T> reader, Optional<Integer> size, Optional<String> token) {
        int wanted = size.orElse(SIZE);
        var parameters = new ArrayList<>(listing.parameters());
        String behind = token.map(given -> behind(listing, given, parameters)).orElse("");
        parameters.add(wanted + 1);
        List<Found<T>> found = tx.list(
                listing.select() + behind + order(listing) + " LIMIT ?",
                row -> new Found<>(reader.apply(row), position(listing, row)),
                parameters.toArray());
        return page(listing, found, wanted);
    }

    private <T> Page<T> page(Listing listing, List<Found<T>> found, int wanted) {
        List<Found<T>> kept = found.subList(0, Math.min(wanted, found.size()));
        Optional<String> next = found.size() > wanted
                ? Optional.of(tokens.after(listing.list(), kept.getLast().position()))
                : Optional.empty();
        return new Page<>(kept.stream().map(Found::item).toList(), next);
    }

    private String behind(Listing listing, String token, List<Object> parameters) {
        List<String> position = tokens.position(listing.list(), token);
        for (int i = 0; i < position.size(); i++) {
            parameters.add(listing.keys().get(i).numeric() ? (Object) Long.valueOf(position.get(i)) : position.get(i));
        }
        String marks = listing.keys().stream().map(_ -> "?").collect(Collectors.joining(", "));
        return " AND (%s) %s (%s)".formatted(columns(listing, ""), listing.descending() ? "<" : ">", marks);
    }

    private static String order(Listing listing) {
        return " ORDER BY " + columns(listing, listing.descending() ? " DESC" : "");
    }

    private static String columns(Listing listing, String suffix) {
        return listing.keys().stream().map(key -> key.column() + suffix).collect(Collectors.joining(", "));
    }

    private static List<String> position(Listing listing, Row row) {
        return listing.keys().stream().map(key -> row.text(key.label())).toList();
    }
}

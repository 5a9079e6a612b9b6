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
    public record Query(String select, List<Object> parameters, List<Key> keys, boolean descending, String list) {}

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
            Transaction tx, Query query, Function<Row, T> reader, Optional<Integer> size, Optional<String> token) {
        int wanted = size.orElse(SIZE);
        var parameters = new ArrayList<>(query.parameters());
        String behind = token.map(given -> behind(query, given, parameters)).orElse("");
        parameters.add(wanted + 1);
        List<Found<T>> found = tx.list(
                query.select() + behind + order(query) + " LIMIT ?",
                row -> new Found<>(reader.apply(row), position(query, row)),
                parameters.toArray());
        return page(query, found, wanted);
    }

    private <T> Page<T> page(Query query, List<Found<T>> found, int wanted) {
        List<Found<T>> kept = found.subList(0, Math.min(wanted, found.size()));
        Optional<String> next = found.size() > wanted
                ? Optional.of(tokens.after(query.list(), kept.getLast().position()))
                : Optional.empty();
        return new Page<>(kept.stream().map(Found::item).toList(), next);
    }

    private String behind(Query query, String token, List<Object> parameters) {
        List<String> position = tokens.position(query.list(), token);
        for (int i = 0; i < position.size(); i++) {
            parameters.add(query.keys().get(i).numeric() ? (Object) Long.valueOf(position.get(i)) : position.get(i));
        }
        String marks = query.keys().stream().map(_ -> "?").collect(Collectors.joining(", "));
        return " AND (%s) %s (%s)".formatted(columns(query, ""), query.descending() ? "<" : ">", marks);
    }

    private static String order(Query query) {
        return " ORDER BY " + columns(query, query.descending() ? " DESC" : "");
    }

    private static String columns(Query query, String suffix) {
        return query.keys().stream().map(key -> key.column() + suffix).collect(Collectors.joining(", "));
    }

    private static List<String> position(Query query, Row row) {
        return query.keys().stream().map(key -> row.text(key.label())).toList();
    }
}

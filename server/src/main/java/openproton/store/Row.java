package openproton.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// One row of a result, read by column name. Valid only inside the reader it is given to.
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /// Text of a column that is never NULL.
    public String text(String column) {
        return optionalText(column)
                .orElseThrow(() -> new IllegalStateException("column '%s' is NULL".formatted(column)));
    }

    /// Text of a column, empty when it is NULL.
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(read(() -> results.getString(column)));
    }

    /// A whole number of a column; 0 when it is NULL.
    public long number(String column) {
        return read(() -> results.getLong(column));
    }

    /// Whether a column holds 1.
    public boolean flag(String column) {
        return number(column) == 1;
    }

    /// The moment in a column that holds milliseconds since the epoch.
    public Instant instant(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    /// The moment in such a column; empty when it is NULL.
    public Optional<Instant> optionalInstant(String column) {
        return optionalText(column).map(_ -> instant(column));
    }

    /// Bytes of a column that is never NULL.
    public byte[] bytes(String column) {
        return read(() -> results.getBytes(column));
    }

    /// Reads a value from a result set, which may throw.
    @FunctionalInterface
    private interface Read<T> {
        T value() throws SQLException;
    }

    private static <T> T read(Read<T> read) {
        try {
            return read.value();
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }
}

package openproton.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The statements of one transaction. Valid only while the work that was given it runs.
///
/// Parameters are bound by type: text, numbers, bytes, `boolean`, [Instant] as milliseconds since the epoch, an enum as
/// its name, an [Optional] as its value or NULL.
public final class Transaction {
    private final Connection connection;
    private final List<Runnable> afterCommit;

    /// @param afterCommit collects the work to run after the commit
    Transaction(Connection connection, List<Runnable> afterCommit) {
        this.connection = connection;
        this.afterCommit = afterCommit;
    }

    /// Runs one INSERT, UPDATE or DELETE and returns how many rows it changed.
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /// All rows of a query, in its order.
    public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (results.next()) {
                    rows.add(reader.apply(new Row(results)));
                }
                return rows;
            }
        });
    }

    /// The first row of a query, if it has one.
    public <T> Optional<T> find(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /// The connection itself, for libraries that bring their own SQL and must take part in this transaction.
    public Connection connection() {
        return connection;
    }

    /// Runs work after the commit of this transaction, and only then.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Runs a statement whose parameters are bound.
    @FunctionalInterface
    private interface Run<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, @Nullable Object[] parameters, Run<T> run) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return run.on(statement);
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(index, null);
            case Optional<?> optional -> bind(statement, index, optional.orElse(null));
            case String text -> statement.setString(index, text);
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Instant instant -> statement.setLong(index, instant.toEpochMilli());
            case Enum<?> constant -> statement.setString(index, constant.name());
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }
}

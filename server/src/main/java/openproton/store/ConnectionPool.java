package openproton.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/// A pool of connections, with a lock in front where the database lets only one write at a time.
///
/// @param pool where the connections come from, each statement committed by itself unless a transaction is begun
/// @param begin the statement that begins a transaction
/// @param turn taken while a connection is used, so that writers queue here fairly instead of polling the database
record ConnectionPool(HikariDataSource pool, String begin, Optional<Lock> turn) implements AutoCloseable {

    /// Work with a connection.
    @FunctionalInterface
    interface Use<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Does work in a transaction that is kept when the work returns and rolled back when it throws.
    <T> T inTransaction(Use<T> work) {
        turn.ifPresent(Lock::lock);
        try (Connection connection = pool.getConnection()) {
            execute(connection, begin);
            T answer = orRollBack(connection, work);
            execute(connection, "COMMIT");
            return answer;
        } catch (SQLException failure) {
            throw new StoreException(failure);
        } finally {
            turn.ifPresent(Lock::unlock);
        }
    }

    /// Does work in a transaction that is always rolled back.
    <T> T rehearse(Use<T> work) {
        turn.ifPresent(Lock::lock);
        try (Connection connection = pool.getConnection()) {
            execute(connection, begin);
            T answer = orRollBack(connection, work);
            execute(connection, "ROLLBACK");
            return answer;
        } catch (SQLException failure) {
            throw new StoreException(failure);
        } finally {
            turn.ifPresent(Lock::unlock);
        }
    }

    private static <T> T orRollBack(Connection connection, Use<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (RuntimeException | SQLException | Error failure) {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

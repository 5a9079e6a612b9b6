package openproton.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/// A pool of connections, with a lock in front where the database lets only one write at a time.
///
/// @param pool where the connections come from, with autocommit off
/// @param turn taken while a connection is used, so that writers queue here fairly instead of polling the database
record Connections(HikariDataSource pool, Optional<Lock> turn) implements AutoCloseable {

    /// Work on a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T use(Work<T> work) {
        turn.ifPresent(Lock::lock);
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new StoreException(failure);
        } finally {
            turn.ifPresent(Lock::unlock);
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

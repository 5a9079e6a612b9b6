package openproton.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The differences between the databases: how to connect, and the few words of SQL that they spell differently.
enum SqlDialect {
    /// Embedded: one writer at a time, readers never wait (write-ahead log), every commit is on disk.
    SQLITE {
        @Override
        void prepare(String url) {
            SqliteFile.of(url).ifPresent(SqliteFile::make);
        }

        @Override
        ConnectionPool writers(String url) {
            return new ConnectionPool(
                    new HikariDataSource(sqlite(url)), "BEGIN IMMEDIATE", Optional.of(new ReentrantLock(true)));
        }

        @Override
        ConnectionPool readers(String url) {
            return new ConnectionPool(new HikariDataSource(sqlite(url)), "BEGIN", Optional.empty());
        }

        @Override
        boolean mayRetry(StoreException failure) {
            return failure.vendorCode() == SQLITE_BUSY;
        }

        @Override
        Map<String, String> words() {
            return Map.of("blob", "BLOB", "name", "TEXT", "timestamptz", "TIMESTAMP", "boolean", "BOOLEAN");
        }
    },

    /// A server for more than one node; serializable transactions, repeated when two meet.
    POSTGRESQL {
        @Override
        ConnectionPool writers(String url) {
            return new ConnectionPool(
                    new HikariDataSource(pooled(url, SERVER_CONNECTIONS_MAX)),
                    "BEGIN ISOLATION LEVEL SERIALIZABLE",
                    Optional.empty());
        }

        @Override
        ConnectionPool readers(String url) {
            return new ConnectionPool(
                    new HikariDataSource(pooled(url, SERVER_CONNECTIONS_MAX)),
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                    Optional.empty());
        }

        @Override
        boolean mayRetry(StoreException failure) {
            return failure.sqlState().equals("40001") || failure.sqlState().equals("40P01");
        }

        @Override
        Map<String, String> words() {
            return Map.of(
                    "blob", "BYTEA", "name", "TEXT COLLATE \"C\"", "timestamptz", "TIMESTAMPTZ", "boolean", "BOOLEAN");
        }
    };

    private static final int SQLITE_BUSY = 5;
    private static final int SERVER_CONNECTIONS_MAX = 16;
    private static final int FILE_CONNECTIONS_MAX = 8;

    /// The dialect of a JDBC address.
    static SqlDialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "the database '%s' is neither jdbc:sqlite:FILE nor jdbc:postgresql://HOST/NAME".formatted(url));
    }

    /// Creates the files that the first connection needs.
    void prepare(String url) {}

    abstract ConnectionPool writers(String url);

    abstract ConnectionPool readers(String url);

    /// Whether the same transaction may succeed when it is simply tried again.
    abstract boolean mayRetry(StoreException failure);

    /// The words that migrations spell `${...}`.
    abstract Map<String, String> words();

    private static HikariConfig sqlite(String url) {
        HikariConfig config = pooled(url, FILE_CONNECTIONS_MAX);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("foreign_keys", "true");
        return config;
    }

    private static HikariConfig pooled(String url, int connectionsMax) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(0);
        config.setPoolName(connectionsMax + "-connections");
        return config;
    }
}

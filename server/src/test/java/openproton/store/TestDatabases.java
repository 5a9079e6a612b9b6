package openproton.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Real databases for tests: a fresh SQLite file, or a fresh database of one PostgreSQL server shared by all tests.
public final class TestDatabases {
    private TestDatabases() {}

    /// The address of a new SQLite database; commits do not wait for the disk.
    public static String sqlite() {
        try {
            Path file = Files.createTempFile("openproton", ".db");
            file.toFile().deleteOnExit();
            return "jdbc:sqlite:" + file + "?synchronous=OFF";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The address of a new database on the PostgreSQL server of this test run.
    public static String postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        Server.create(name);
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static void create(String name) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}

package openproton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The file of an SQLite database. SQLite gives the files that it makes beside it the same permissions.
record SqliteFile(Path path) {
    private static final String PREFIX = "jdbc:sqlite:";

    /// The file behind a JDBC address; empty for a database in memory and for addresses that only SQLite can read.
    static Optional<SqliteFile> of(String url) {
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*$", "");
        return name.isEmpty() || name.startsWith(":") || name.startsWith("file:")
                ? Optional.empty()
                : Optional.of(new SqliteFile(Path.of(name)));
    }

    /// Creates the file, empty and for its owner alone, if it is missing.
    void make() {
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            // it keeps the permissions that it has
        } catch (IOException failure) {
            throw new UncheckedIOException("the database %s cannot be made".formatted(path), failure);
        }
    }
}

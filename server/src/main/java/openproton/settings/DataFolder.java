package openproton.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import openproton.auth.key.FirstKeys;
import openproton.store.Database;
import org.jspecify.annotations.Nullable;

/// The data folder of a server: created on the first start, used by one server at a time.
public record DataFolder(Path path) {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    /// The folder; a missing one is created for its owner alone.
    public static DataFolder at(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new DataFolder(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder %s cannot be created".formatted(path), failure);
        }
    }

    /// A warning about an existing folder that other users can read.
    public Optional<String> warning() {
        try {
            boolean open = Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
            return open
                    ? Optional.of(
                            "other users of this machine can look into the data folder %s; if they should not: chmod 700 %s"
                                    .formatted(path, path))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path credentials() {
        return path.resolve("credentials");
    }

    public Path buckets() {
        return path.resolve("buckets");
    }

    /// Keeps other servers out of this folder until the lock is closed.
    ///
    /// @throws IllegalArgumentException when another server is using the folder
    public AutoCloseable lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalArgumentException(
                        "another OpenProton is using the data folder %s; stop it, or choose another folder with --data"
                                .formatted(path));
            }
            return channel;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException taken) {
            return null;
        }
    }

    /// The key that seals secrets, created on the first start.
    ///
    /// @param given base64 from the configuration; empty for the file in this folder
    /// @param database may already hold secrets, which only the previous key opens
    /// @throws IllegalArgumentException when that key is needed and not there
    public byte[] masterKey(String given, RandomGenerator random, Database database) {
        if (!given.isEmpty()) {
            return Base64.getDecoder().decode(given);
        }
        Path file = path.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                if (FirstKeys.areThere(database)) {
                    throw new IllegalArgumentException(
                            "the database holds secrets, but the key that opens them is missing: put back %s, or set %s to the same 32 bytes in base64"
                                    .formatted(file, Setting.MASTER_KEY.variable()));
                }
                byte[] key = new byte[KEY_BYTES];
                random.nextBytes(key);
                writePrivately(file, key);
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writePrivately(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

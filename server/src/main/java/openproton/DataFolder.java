package openproton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The folder that everything lives in: made on the first start, used by one server at a time.
record DataFolder(Path path) {
    private static final int KEY_BYTES = 32;

    /// The folder, made if it is not there.
    static DataFolder at(Path path) {
        try {
            Files.createDirectories(path);
            return new DataFolder(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder %s cannot be made".formatted(path), failure);
        }
    }

    Path credentials() {
        return path.resolve("credentials");
    }

    Path buckets() {
        return path.resolve("buckets");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    /// Keeps other servers out of this folder until the lock is closed.
    ///
    /// @throws IllegalArgumentException when another server is using the folder
    AutoCloseable lock() {
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

    /// The key that seals secrets, made on the first start.
    ///
    /// @param given base64 from the configuration; empty for the file in this folder
    byte[] masterKey(String given, RandomGenerator random) {
        if (!given.isEmpty()) {
            return Base64.getDecoder().decode(given);
        }
        Path file = path.resolve("master.key");
        try {
            if (!Files.exists(file)) {
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

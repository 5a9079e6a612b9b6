package openproton.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Writes files durably: when a method returns, the file is complete and on the disk, even if the machine stops right
/// after.
public final class Disk {
    private Disk() {}

    /// Makes a folder that only its owner can enter, with the folders above it.
    public static void makeFolder(Path folder) {
        attempt(() -> Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    /// Writes a new file; `mode` is in the form `rw-------`.
    public static void write(Path file, byte[] content, String mode) {
        makeFolder(parent(file));
        create(file, content, mode);
    }

    private static void create(Path file, byte[] content, String mode) {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        attempt(() -> {
            try (var channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        });
    }

    /// Writes a new file that only its owner can read.
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), "rw-------");
    }

    /// Gives a file a new content; a reader sees the old or the new one, never a part. Its folder must be there.
    public static void replace(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        attempt(() -> Files.deleteIfExists(fresh));
        create(fresh, text.getBytes(StandardCharsets.UTF_8), "rw-------");
        move(fresh, file);
    }

    /// Moves a file or a folder to a new name in one step.
    public static void move(Path from, Path to) {
        attempt(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
        settle(parent(to));
    }

    /// Creates a file under a name that only one process can take. Returns whether the name was free.
    public static boolean claim(Path name, String text) {
        Path fresh = name.resolveSibling(name.getFileName() + ".server");
        attempt(() -> Files.deleteIfExists(fresh));
        write(fresh, text);
        try {
            Files.createLink(name, fresh);
            settle(parent(name));
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            attempt(() -> Files.deleteIfExists(fresh));
        }
    }

    /// Adds a line to a file, which may be new.
    public static void append(Path file, String line) {
        attempt(() -> Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /// The text of a file; empty when there is no such file.
    public static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes a file or a folder with everything in it; does nothing when it is not there. Links are not followed.
    public static void delete(Path tree) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        attempt(() -> Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                deleteEmpty(folder);
                return FileVisitResult.CONTINUE;
            }
        }));
    }

    /// Leaves a folder that another process has filled again.
    private static void deleteEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            return;
        }
    }

    /// The total size of the files in a folder, in bytes. Files that change meanwhile may or may not count.
    public static long size(Path folder) {
        var sum = new AtomicLong();
        attempt(() -> Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        }));
        return sum.get();
    }

    /// Makes the names in a folder durable, where the operating system supports it.
    private static void settle(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return;
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), () -> path + " lies in no folder");
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}

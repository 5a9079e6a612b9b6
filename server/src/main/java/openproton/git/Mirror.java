package openproton.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.jspecify.annotations.Nullable;

/// A bare copy of a repository on this disk, used by one at a time.
///
/// The copy is only there to be fast. It is thrown away, and made again from the host, when it turns out
/// broken, when its last use was cut off (the file `busy` is then still there), and when it grew to many packs.
final class Mirror {
    private static final int PACKS_MAX = 64;

    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock();

    Mirror(Path folder) {
        IsolatedSystem.install();
        this.folder = folder;
    }

    /// Work with a copy.
    interface Use<T> {
        /// @throws IOException when the copy is broken
        T of(Repository copy) throws IOException;
    }

    <T> T use(Use<T> use) {
        turn.lock();
        try {
            return attempt(use);
        } catch (IOException _) {
            delete();
            return again(use);
        } finally {
            turn.unlock();
        }
    }

    private <T> T again(Use<T> use) {
        try {
            return attempt(use);
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of a repository in %s cannot be used".formatted(folder), e);
        }
    }

    private <T> T attempt(Use<T> use) throws IOException {
        Path busy = folder.resolve("busy");
        if (Files.exists(busy) || packs() > PACKS_MAX) {
            delete();
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(busy);
        try (Repository copy = open()) {
            T result = use.of(copy);
            Files.delete(busy);
            return result;
        } catch (GitException e) {
            Files.delete(busy);
            throw e;
        }
    }

    private Repository open() throws IOException {
        Repository copy =
                new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        if (!Files.exists(folder.resolve("config"))) {
            copy.create(true);
        }
        return copy;
    }

    private long packs() throws IOException {
        Path packs = folder.resolve("objects/pack");
        if (!Files.isDirectory(packs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(packs)) {
            return files.filter(file -> file.toString().endsWith(".pack")).count();
        }
    }

    private void delete() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package openproton.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real bare repository with branch `main`, and people who work in a clone of it with `git`.
public final class TestRepository {
    private final Path bare;
    private final Path clone;

    /// @param folder where the hosts' repositories lie
    /// @param name such as `platform/infra.git`
    public TestRepository(Path folder, String name) {
        bare = folder.resolve(name);
        clone = folder.resolve(name + ".clone");
        git(folder, "init", "-q", "--bare", "-b", "main", bare.toString());
        git(folder, "clone", "-q", bare.toString(), clone.toString());
        commit(Map.of("README.md", "Ours.\n"));
    }

    public Path folder() {
        return bare;
    }

    /// Somebody changes files of `main`; answers the commit.
    public String commit(Map<String, String> files) {
        return commit("main", files);
    }

    public String commit(String branch, Map<String, String> files) {
        update(branch);
        files.forEach(this::write);
        inClone("add", "-A");
        inClone("commit", "-q", "-m", "Work");
        inClone("push", "-q", "origin", branch);
        return head(branch);
    }

    /// Somebody removes files of `main`.
    public void remove(String... paths) {
        update("main");
        for (String path : paths) {
            inClone("rm", "-q", path);
        }
        inClone("commit", "-q", "-m", "Tidy up");
        inClone("push", "-q", "origin", "main");
    }

    /// Somebody links a file of `main` to another place.
    public void link(String path, String target) {
        update("main");
        try {
            Files.createSymbolicLink(clone.resolve(path), Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inClone("add", "-A");
        inClone("commit", "-q", "-m", "Link");
        inClone("push", "-q", "origin", "main");
    }

    /// Somebody makes a file of `main` executable.
    public void allowToRun(String path) {
        update("main");
        if (!clone.resolve(path).toFile().setExecutable(true)) {
            throw new IllegalStateException(path + " cannot be made executable");
        }
        inClone("add", "-A");
        inClone("commit", "-q", "-m", "Run");
        inClone("push", "-q", "origin", "main");
    }

    /// Somebody merges a branch into `main`; answers the new head.
    public String merge(String branch) {
        update("main");
        inClone("merge", "-q", "--no-ff", "-m", "Merge " + branch, "origin/" + branch);
        inClone("push", "-q", "origin", "main");
        return head("main");
    }

    /// Somebody merges a branch as one new commit.
    public String squash(String branch) {
        update("main");
        inClone("merge", "-q", "--squash", "origin/" + branch);
        inClone("commit", "-q", "-m", "All of " + branch);
        inClone("push", "-q", "origin", "main");
        return head("main");
    }

    public void delete(String branch) {
        inBare("branch", "-q", "-D", branch);
    }

    public boolean conflicts(String branch) {
        update("main");
        try {
            inClone("merge", "-q", "--no-commit", "--no-ff", "origin/" + branch);
            return false;
        } catch (IllegalStateException _) {
            return true;
        } finally {
            inClone("reset", "-q", "--hard", "origin/main");
        }
    }

    public List<String> branches() {
        return inBare("for-each-ref", "--format=%(refname:short)", "refs/heads")
                .lines()
                .toList();
    }

    public String head(String branch) {
        return inBare("rev-parse", "refs/heads/" + branch).strip();
    }

    /// The paths on a branch.
    public List<String> paths(String branch) {
        return inBare("ls-tree", "-r", "--name-only", branch).lines().toList();
    }

    public String text(String branch, String path) {
        return inBare("show", branch + ":" + path);
    }

    public String message(String branch) {
        return inBare("log", "-1", "--format=%B", branch);
    }

    /// Such as `100755 blob …`.
    public String mode(String branch, String path) {
        return inBare("ls-tree", branch, path);
    }

    private void update(String branch) {
        inClone("fetch", "-q", "--prune", "origin");
        if (branches().contains(branch)) {
            inClone("checkout", "-q", "-B", branch, "origin/" + branch);
        } else if (branches().contains("main")) {
            inClone("checkout", "-q", "-B", branch, "origin/main");
        } else {
            inClone("checkout", "-q", "-B", branch);
        }
    }

    private void write(String path, String text) {
        try {
            Path file = clone.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inClone(String... arguments) {
        return git(clone, arguments);
    }

    private String inBare(String... arguments) {
        return git(bare, arguments);
    }

    private static String git(Path folder, String... arguments) {
        var line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "GIT_CONFIG_NOSYSTEM", "1",
                            "GIT_CONFIG_GLOBAL", "/dev/null",
                            "GIT_AUTHOR_NAME", "Somebody",
                            "GIT_AUTHOR_EMAIL", "somebody@example.org",
                            "GIT_COMMITTER_NAME", "Somebody",
                            "GIT_COMMITTER_EMAIL", "somebody@example.org"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s: %s".formatted(line, said));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

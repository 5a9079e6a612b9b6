package openproton.cli.tour;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openproton.base.FileTree;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.FileErrors;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/// A bare git repository on this machine, with the steps of a reviewer.
record LocalRepository(Path folder, InstantSource clock) {
    static final String MAIN = "main";

    private static final String BRANCHES = Constants.R_HEADS + "openproton/";
    private static final String README = "OpenProton pushes branches to this repository; reviewers merge them.\n";

    /// Uses the open repository.
    private interface RepositoryAccess<T> {
        T with(Repository repository) throws IOException;
    }

    /// Creates the repository with one commit, unless the folder exists.
    void create() {
        if (Files.exists(folder)) {
            return;
        }
        use(repository -> {
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + MAIN);
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                var tree = new TreeFormatter();
                ObjectId text = inserter.insert(Constants.OBJ_BLOB, README.getBytes(StandardCharsets.UTF_8));
                tree.append("README.md", FileMode.REGULAR_FILE, text);
                commit(repository, inserter, inserter.insert(tree), List.of(), "Begin");
                return repository;
            }
        });
    }

    /// A branch that waits for review.
    Optional<String> openBranch() {
        return use(repository -> repository.getRefDatabase().getRefsByPrefix(BRANCHES).stream()
                .map(branch -> branch.getName())
                .map(Repository::shortenRefName)
                .findFirst());
    }

    /// The difference between `main` and a branch.
    String difference(String branch) {
        return use(repository -> {
            var text = new ByteArrayOutputStream();
            try (var formatter = new DiffFormatter(text)) {
                formatter.setRepository(repository);
                formatter.format(tree(repository, MAIN), tree(repository, branch));
            }
            return text.toString(StandardCharsets.UTF_8);
        });
    }

    /// Merges a branch into `main` and deletes the branch.
    ///
    /// @throws CommandFailure when the branch has conflicts
    void merge(String branch) {
        use(repository -> {
            ObjectId ours = head(repository, MAIN);
            ObjectId theirs = head(repository, branch);
            var merger = MergeStrategy.RECURSIVE.newMerger(repository, true);
            if (!merger.merge(ours, theirs)) {
                throw CommandFailure.failed("branch %s has conflicts with main and cannot be merged".formatted(branch));
            }
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                commit(repository, inserter, merger.getResultTreeId(), List.of(ours, theirs), "Merge " + branch);
            }
            return repository;
        });
        delete(branch);
    }

    /// Deletes a branch without merging it.
    void delete(String branch) {
        use(repository -> {
            RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
            update.setForceUpdate(true);
            return update.delete();
        });
    }

    /// The files of `main` in a folder.
    FileTree files(String below) {
        return use(repository -> {
            FileTree files = FileTree.EMPTY;
            try (var walk = new TreeWalk(repository)) {
                walk.addTree(tree(repository, MAIN));
                walk.setRecursive(true);
                while (walk.next()) {
                    if (walk.getPathString().startsWith(below + "/")) {
                        byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
                        String path = walk.getPathString().substring(below.length() + 1);
                        files = files.with(path, new String(bytes, StandardCharsets.UTF_8));
                    }
                }
            }
            return files;
        });
    }

    private void commit(
            Repository repository, ObjectInserter inserter, ObjectId tree, List<ObjectId> parents, String message)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(new PersonIdent("Reviewer", "reviewer@localhost", clock.instant(), ZoneOffset.UTC));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage(message + "\n");
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        RefUpdate update = repository.updateRef(Constants.R_HEADS + MAIN);
        update.setNewObjectId(id);
        update.update();
    }

    private static ObjectId head(Repository repository, String branch) throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.R_HEADS + branch))
                .orElseThrow(() -> new IOException("there is no branch " + branch));
    }

    private static ObjectId tree(Repository repository, String branch) throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.R_HEADS + branch + "^{tree}"))
                .orElseThrow(() -> new IOException("there is no branch " + branch));
    }

    private <T> T use(RepositoryAccess<T> access) {
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build()) {
            return access.with(repository);
        } catch (IOException failure) {
            throw FileErrors.cannot("use", folder, failure);
        }
    }
}

package openproton.git;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import openproton.base.FileTree;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/// A repository at its host. Every method may throw a [GitException], and may take as long as the host does.
public final class GitRepository {
    private final Mirror mirror;
    private final Remote remote;

    GitRepository(Mirror mirror, Remote remote) {
        this.mirror = mirror;
        this.remote = remote;
    }

    /// Its URL, without credentials.
    public String url() {
        return remote.url();
    }

    /// The commit a branch is at now; empty when there is no such branch. What it leads to is then here.
    public Optional<String> head(String branch) {
        return mirror.use(copy -> remote.fetch(copy, branch).map(ObjectId::name));
    }

    /// The paths of all files of a commit; links and submodules are left out.
    public SortedSet<String> paths(String commit) {
        return mirror.use(copy -> trees(copy).paths(bring(copy, commit)));
    }

    /// The files of a commit whose paths are wanted, 250 MB at most; links and submodules are left out.
    public FileTree files(String commit, Predicate<String> wanted) {
        return mirror.use(copy -> trees(copy).files(bring(copy, commit), wanted));
    }

    /// The files in a folder of a commit, with paths relative to it.
    ///
    /// @param folder without a slash at its end; the empty string names the root
    public FileTree files(String commit, String folder) {
        return files(commit, path -> folder.isEmpty() || path.startsWith(folder + "/"))
                .below(folder);
    }

    /// Whether a history contains a commit or, as after merging by squashing, ever took over one of the files that it
    /// changed.
    ///
    /// @param head a commit, such as one that [#head] answered
    /// @param mark the path of that file
    public boolean contains(String head, String commit, String mark) {
        return mirror.use(copy -> new Commits(copy).holds(bring(copy, head), bring(copy, commit), mark));
    }

    /// Whether two commits cannot be merged without a person.
    public boolean conflict(String one, String other) {
        return mirror.use(copy -> new Commits(copy).conflict(bring(copy, one), bring(copy, other)));
    }

    /// Commits a change, here only, and answers the commit.
    public String commit(FileChange change) {
        return mirror.use(copy -> {
            bring(copy, change.parent());
            return new Commits(copy).make(change).name();
        });
    }

    /// Pushes a commit as a new branch.
    ///
    /// @throws GitException.Moved when there is such a branch
    public void push(String commit, String branch) {
        mirror.use(copy -> {
            remote.create(copy, branch, bring(copy, commit));
            return branch;
        });
    }

    /// Deletes a branch, if it is there.
    public void delete(String branch) {
        mirror.use(copy -> {
            remote.delete(copy, branch);
            return branch;
        });
    }

    private static Trees trees(Repository copy) {
        return new Trees(copy, Trees.BYTES_MAX);
    }

    /// Makes sure that a commit is here.
    private ObjectId bring(Repository copy, String commit) throws IOException {
        ObjectId id = id(commit);
        if (!copy.getObjectDatabase().has(id)) {
            remote.fetchAll(copy);
        }
        if (!copy.getObjectDatabase().has(id)) {
            throw new GitException.NotThere("No branch of %s leads to commit %s".formatted(url(), commit));
        }
        return id;
    }

    private static ObjectId id(String commit) {
        try {
            return ObjectId.fromString(commit);
        } catch (InvalidObjectIdException e) {
            throw new GitException.NotThere("'%s' is not the id of a commit".formatted(commit));
        }
    }
}

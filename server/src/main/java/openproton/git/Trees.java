package openproton.git;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import openproton.base.FileTree;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Reads the trees of commits that are here. Symbolic links and submodules do not exist for it.
///
/// @param bytesMax the most that is read of one commit
record Trees(Repository copy, long bytesMax) {
    /// The quota of a synchronized repository (resources and lifecycle, §12).
    static final long BYTES_MAX = 250L * 1024 * 1024;

    /// The paths of all files.
    SortedSet<String> paths(ObjectId commit) throws IOException {
        var paths = new TreeSet<String>();
        try (ObjectReader reader = copy.newObjectReader();
                TreeWalk walk = walk(reader, commit)) {
            while (walk.next()) {
                if (isFile(walk)) {
                    paths.add(walk.getPathString());
                }
            }
        }
        return paths;
    }

    /// The files whose paths are wanted.
    FileTree files(ObjectId commit, Predicate<String> wanted) throws IOException {
        var files = new TreeMap<String, FileTree.Entry>();
        long bytes = 0;
        try (ObjectReader reader = copy.newObjectReader();
                TreeWalk walk = walk(reader, commit)) {
            while (walk.next()) {
                if (isFile(walk) && wanted.test(walk.getPathString())) {
                    bytes += reader.getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
                    checkSize(commit, bytes);
                    files.put(walk.getPathString(), entry(reader, walk));
                }
            }
        }
        return tree(commit, files);
    }

    private TreeWalk walk(ObjectReader reader, ObjectId commit) throws IOException {
        try (RevWalk commits = new RevWalk(copy)) {
            var walk = new TreeWalk(reader);
            walk.addTree(commits.parseCommit(commit).getTree());
            walk.setRecursive(true);
            return walk;
        }
    }

    private static boolean isFile(TreeWalk walk) {
        FileMode mode = walk.getFileMode(0);
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }

    private FileTree.Entry entry(ObjectReader reader, TreeWalk walk) throws IOException {
        byte[] content = reader.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes((int) bytesMax);
        return new FileTree.Entry(content, walk.getFileMode(0).equals(FileMode.EXECUTABLE_FILE));
    }

    private void checkSize(ObjectId commit, long bytes) {
        if (bytes > bytesMax) {
            throw new GitException.Refused(
                    "The files of commit %s are larger than %d bytes together".formatted(commit.name(), bytesMax));
        }
    }

    private static FileTree tree(ObjectId commit, TreeMap<String, FileTree.Entry> files) {
        try {
            return new FileTree(files);
        } catch (IllegalArgumentException e) {
            throw new GitException.Refused("Commit %s: %s".formatted(commit.name(), e.getMessage()));
        }
    }
}

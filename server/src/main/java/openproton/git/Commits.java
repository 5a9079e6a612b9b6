package openproton.git;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import openproton.base.FileTree;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Makes commits in a copy, and compares them.
record Commits(Repository copy) {
    private static final String NAME = "OpenProton";
    private static final String EMAIL = "openproton@localhost";

    ObjectId make(FileChange change) throws IOException {
        ObjectId parent = ObjectId.fromString(change.parent());
        try (ObjectInserter inserter = copy.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setParentId(parent);
            commit.setTreeId(index(parent, change, inserter).writeTree(inserter));
            commit.setAuthor(new PersonIdent(NAME, EMAIL, change.at(), ZoneOffset.UTC));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage(change.message());
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            return made;
        }
    }

    /// Whether a history contains a commit or, as after squashing, rebasing or amending it, ever took over one of
    /// the files that it changed.
    ///
    /// @param mark the path of that file
    boolean holds(ObjectId head, ObjectId commit, String mark) throws IOException {
        try (RevWalk walk = new RevWalk(copy)) {
            RevCommit wanted = walk.parseCommit(commit);
            RevCommit from = walk.parseCommit(head);
            return walk.isMergedInto(wanted, from) || tookOver(walk, from, wanted, mark);
        }
    }

    /// Whether two heads cannot be merged without a person.
    boolean conflict(ObjectId one, ObjectId other) throws IOException {
        return !MergeStrategy.RECURSIVE.newMerger(copy, true).merge(one, other);
    }

    private boolean tookOver(RevWalk walk, RevCommit head, RevCommit commit, String mark) throws IOException {
        if (commit.getParentCount() != 1) {
            return false;
        }
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        Optional<ObjectId> marked = file(commit, mark);
        if (marked.isEmpty() || marked.equals(file(parent, mark))) {
            return false;
        }
        walk.reset();
        walk.markStart(head);
        walk.markUninteresting(parent);
        for (RevCommit since : walk) {
            if (marked.equals(file(since, mark))) {
                return true;
            }
        }
        return false;
    }

    private Optional<ObjectId> file(RevCommit commit, String path) throws IOException {
        try (TreeWalk at = TreeWalk.forPath(copy, path, commit.getTree())) {
            return Optional.ofNullable(at).map(found -> found.getObjectId(0));
        }
    }

    private DirCache index(ObjectId parent, FileChange change, ObjectInserter inserter) throws IOException {
        DirCache index;
        try (RevWalk walk = new RevWalk(copy)) {
            index = DirCache.read(
                    walk.getObjectReader(), walk.parseCommit(parent).getTree());
        }
        DirCacheEditor editor = index.editor();
        change.removed().forEach(path -> editor.add(new DirCacheEditor.DeletePath(path)));
        for (Map.Entry<String, FileTree.Entry> file : change.files().files().entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue().content());
            editor.add(new Put(file.getKey(), blob, file.getValue().executable()));
        }
        editor.finish();
        return index;
    }

    /// Adds or replaces one file.
    private static final class Put extends DirCacheEditor.PathEdit {
        private final ObjectId blob;
        private final boolean executable;

        Put(String path, ObjectId blob, boolean executable) {
            super(path);
            this.blob = blob;
            this.executable = executable;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            entry.setFileMode(executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(blob);
        }
    }
}

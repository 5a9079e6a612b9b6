package openproton.git;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
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
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Makes commits in a copy, and compares them.
record Commits(Repository copy) {
    private static final String NAME = "OpenProton";
    private static final String EMAIL = "openproton@localhost";

    ObjectId make(Change change) throws IOException {
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

    /// Whether a head contains a commit, or all that the commit changed: some people merge by squashing.
    boolean holds(ObjectId head, ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(copy)) {
            RevCommit wanted = walk.parseCommit(commit);
            RevCommit from = walk.parseCommit(head);
            return walk.isMergedInto(wanted, from) || holdsContent(walk, from, wanted);
        }
    }

    /// Whether two heads cannot be merged without a person.
    boolean conflict(ObjectId one, ObjectId other) throws IOException {
        return !MergeStrategy.RECURSIVE.newMerger(copy, true).merge(one, other);
    }

    private boolean holdsContent(RevWalk walk, RevCommit head, RevCommit commit) throws IOException {
        if (commit.getParentCount() != 1) {
            return false;
        }
        try (TreeWalk trees = new TreeWalk(copy)) {
            trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
            trees.addTree(commit.getTree());
            trees.addTree(head.getTree());
            trees.setFilter(TreeFilter.ANY_DIFF);
            trees.setRecursive(true);
            boolean changed = false;
            while (trees.next()) {
                if (!trees.idEqual(0, 1)) {
                    changed = true;
                    if (!trees.idEqual(1, 2)) {
                        return false;
                    }
                }
            }
            return changed;
        }
    }

    private DirCache index(ObjectId parent, Change change, ObjectInserter inserter) throws IOException {
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

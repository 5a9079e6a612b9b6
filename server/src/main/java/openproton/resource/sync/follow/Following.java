package openproton.resource.sync.follow;

import java.util.List;
import java.util.Optional;
import openproton.git.GitRepository;
import openproton.store.Transaction;

/// What a commit means to one kind of follower.
public interface Following {

    /// Finds out what a commit holds for a follower; talks to the repository, outside any transaction.
    ///
    /// @throws openproton.git.GitException when the repository does not answer
    Found look(SyncConfig config, GitRepository repository, String commit);

    /// What a commit holds for one follower.
    ///
    /// @param targets what shall follow it
    /// @param problem why there is nothing, for people; what there is goes without
    record Found(List<Wanted> targets, String problem) {}

    /// Something that shall follow a commit.
    ///
    /// @param target names it among everything that follows
    /// @param branch where its content comes from
    /// @param commit the commit of that branch; empty when there is no such branch
    /// @param directory where its content lies
    record Wanted(String target, String branch, Optional<String> commit, String directory) {}

    /// Starts the work that brings what was found to what it shall follow.
    void start(Transaction tx, SyncConfig config, Found found);
}

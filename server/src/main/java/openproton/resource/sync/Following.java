package openproton.resource.sync;

import java.util.List;
import openproton.git.GitRepository;
import openproton.store.Transaction;

/// What a commit means to one kind of follower.
interface Following {

    /// Finds out what a commit holds for a follower; talks to the repository, outside any transaction.
    ///
    /// @throws openproton.git.GitException when the repository does not answer
    Found look(SyncConfig config, GitRepository repository, String commit);

    /// What a commit holds for one follower.
    ///
    /// @param targets what shall follow it
    /// @param problem why there is nothing, for people; empty when there is something
    record Found(List<Wanted> targets, String problem) {}

    /// Something that shall follow a commit.
    ///
    /// @param target names it among everything that follows
    /// @param directory where its content lies
    record Wanted(String target, String directory) {}

    /// Starts the work that brings a target to what it shall follow.
    void start(Transaction tx, String target);
}

package openproton.git.host;

import java.util.Optional;

/// Pull requests at a host. Every method may throw a [openproton.git.GitException].
public interface Host {

    /// Opens a pull request for a branch; one that the branch had before, in any state, is answered instead.
    ///
    /// @param body Markdown; its end is cut off when it is longer than the host takes
    PullRequest open(ProposedBranch branch, String title, String body);

    /// The pull request of a branch, in any state; empty when there never was one.
    Optional<PullRequest> find(ProposedBranch branch);

    /// The state of a pull request.
    ///
    /// @param id as [#open] returned it
    PullRequest look(ProposedBranch branch, String id);

    /// Closes a pull request that is open.
    void close(ProposedBranch branch, String id);

    /// Makes sure that a repository is there and may be used.
    void check(String repository);
}

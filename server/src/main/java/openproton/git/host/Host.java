package openproton.git.host;

import java.util.Optional;

/// Pull requests at a host. Every method may throw a [openproton.git.GitException].
public interface Host {

    /// Opens a pull request for a branch. Returns an earlier one, in any state, if the branch had one.
    ///
    /// @param body Markdown; cut where it is longer than the host allows
    PullRequest open(ProposedBranch branch, String title, String body);

    /// The pull request of a branch, in any state; empty when there was none.
    Optional<PullRequest> find(ProposedBranch branch);

    /// The current state of a pull request.
    ///
    /// @param id the id that [#open] returned
    PullRequest look(ProposedBranch branch, String id);

    /// Closes a pull request that is open.
    void close(ProposedBranch branch, String id);

    /// Checks that a repository exists and that the token gives access to it.
    void check(String repository);
}

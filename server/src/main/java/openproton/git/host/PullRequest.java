package openproton.git.host;

/// A pull request (at GitLab a merge request) as its host tells it.
///
/// @param id the id at the host, such as `17`
/// @param url where people find it
/// @param state where it stands
public record PullRequest(String id, String url, State state) {

    /// Where a pull request stands.
    public sealed interface State {}

    /// It waits for people.
    ///
    /// @param conflicting whether the host says that it cannot be merged as it is
    public record Open(boolean conflicting) implements State {}

    /// It was accepted.
    ///
    /// @param commit the head of the target branch that it made, as far as the host tells
    public record Merged(String commit) implements State {}

    /// It was closed without being merged.
    public record Closed() implements State {}
}

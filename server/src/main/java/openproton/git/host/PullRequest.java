package openproton.git.host;

/// A pull request (at GitLab a merge request) as its host reports it.
///
/// @param id the id at the host, such as `17`
/// @param url its page
/// @param state its state
public record PullRequest(String id, String url, State state) {

    /// The state of a pull request.
    public sealed interface State {}

    /// It is open.
    ///
    /// @param conflicting whether the host reports conflicts
    public record Open(boolean conflicting) implements State {}

    /// It was merged.
    ///
    /// @param commit the commit of the merge, if the host reports it
    public record Merged(String commit) implements State {}

    /// It was closed without being merged.
    public record Closed() implements State {}
}

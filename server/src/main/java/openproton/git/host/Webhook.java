package openproton.git.host;

/// A notice that a host sends on its own.
public sealed interface Webhook {

    /// A branch has a new head, or is gone.
    ///
    /// @param repository such as `owner/name`
    /// @param commit the new head; empty when the branch was deleted
    record Push(String repository, String branch, String commit) implements Webhook {}

    /// A pull request changed.
    ///
    /// @param id the id at the host, such as `17`
    record PullRequestChanged(String repository, String id) implements Webhook {}

    /// An event that has no effect here.
    ///
    /// @param event the name of the event at the host; empty when it has none
    record Other(String event) implements Webhook {}
}

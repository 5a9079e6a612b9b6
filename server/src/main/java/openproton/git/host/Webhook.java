package openproton.git.host;

/// What a host tells without being asked.
public sealed interface Webhook {

    /// A branch has a new head, or is gone.
    ///
    /// @param repository such as `owner/name`
    /// @param commit the new head; empty when the branch was deleted
    record Push(String repository, String branch, String commit) implements Webhook {}

    /// Something happened to a pull request.
    ///
    /// @param id what the host calls it, such as `17`
    record PullRequestChanged(String repository, String id) implements Webhook {}

    /// Something that changes nothing here.
    ///
    /// @param event what the host calls it; empty when it has no name
    record Other(String event) implements Webhook {}
}

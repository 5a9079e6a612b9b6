package openproton.git;

/// What a host of repositories understands.
public enum HostKind {
    /// GitHub and GitHub Enterprise.
    GITHUB,
    /// GitLab, gitlab.com and self-managed.
    GITLAB,
    /// Bitbucket Cloud.
    BITBUCKET,
    /// Git alone: any URL, without an API for pull requests.
    GIT
}

package openproton.git;

/// The API that a host of repositories has.
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

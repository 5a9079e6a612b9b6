package openproton.git.host;

/// A pushed branch that is, or will be, the source of a pull request.
///
/// @param repository such as `owner/name`
/// @param branch its name, which is used for nothing else
/// @param target the branch it is to be merged into
/// @param commit the pushed commit
/// @param mark the path of a file that is different in every pull request: where the file arrives, the branch was
/// merged
public record ProposedBranch(String repository, String branch, String target, String commit, String mark) {}

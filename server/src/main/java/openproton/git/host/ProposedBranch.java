package openproton.git.host;

/// A pushed branch that waits, or will wait, to be merged.
///
/// @param repository such as `owner/name`
/// @param branch its name; it was never used for anything else
/// @param target the branch it is to be merged into
/// @param commit the head that was pushed
/// @param mark the path of a file that no other proposal changes in the same way: wherever it comes, this came
public record ProposedBranch(String repository, String branch, String target, String commit, String mark) {}

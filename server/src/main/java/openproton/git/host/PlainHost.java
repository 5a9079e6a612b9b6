package openproton.git.host;

import java.util.Optional;
import java.util.function.Function;
import openproton.git.GitException;
import openproton.git.GitRepository;

/// Pull requests where there is only git: the branch itself is the proposal. It is merged when the target
/// branch contains it or took over its mark, and rejected when it is deleted without that.
///
/// @param repositories finds a repository by its name
/// @param pages finds where people see a repository by its name
record PlainHost(Function<String, GitRepository> repositories, Function<String, String> pages) implements Host {

    @Override
    public PullRequest open(ProposedBranch branch, String title, String body) {
        return look(branch, branch.branch());
    }

    /// A deleted branch is recognized by the commit that was merged.
    @Override
    public Optional<PullRequest> find(ProposedBranch branch) {
        return Optional.of(look(branch, branch.branch()))
                .filter(found -> !(found.state() instanceof PullRequest.Closed));
    }

    @Override
    public PullRequest look(ProposedBranch branch, String id) {
        String url = pages.apply(branch.repository()) + "#" + branch.branch();
        return new PullRequest(id, url, state(repository(branch), branch));
    }

    @Override
    public void close(ProposedBranch branch, String id) {
        repository(branch).delete(branch.branch());
    }

    @Override
    public void check(String repository) {
        repositories.apply(repository).head("HEAD");
    }

    /// The branch is looked at before its target: what is merged and deleted in between then still counts as
    /// merged.
    private static PullRequest.State state(GitRepository repository, ProposedBranch branch) {
        Optional<String> proposed = repository.head(branch.branch());
        String target = repository
                .head(branch.target())
                .orElseThrow(() -> new GitException.NotThere(
                        "%s has no branch %s any more".formatted(repository.url(), branch.target())));
        if (isMerged(repository, branch, target)) {
            return new PullRequest.Merged(target);
        }
        return proposed.<PullRequest.State>map(head -> new PullRequest.Open(repository.conflict(head, target)))
                .orElseGet(PullRequest.Closed::new);
    }

    /// A commit that nothing leads to any more was not merged.
    private static boolean isMerged(GitRepository repository, ProposedBranch branch, String target) {
        try {
            return repository.contains(target, branch.commit(), branch.mark());
        } catch (GitException.NotThere _) {
            return false;
        }
    }

    private GitRepository repository(ProposedBranch branch) {
        return repositories.apply(branch.repository());
    }
}

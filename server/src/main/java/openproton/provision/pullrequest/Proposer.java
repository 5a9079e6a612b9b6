package openproton.provision.pullrequest;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import openproton.base.FileTree;
import openproton.git.FileChange;
import openproton.git.GitException;
import openproton.git.GitRepository;
import openproton.git.host.PullRequest;
import openproton.provision.Order;

/// Pushes the rendered files as a branch, and opens a pull request for it; what an earlier try left is found
/// again.
///
/// @param clock for the time of the commit
record Proposer(Work work, Journal journal, InstantSource clock) {

    /// The opened pull request.
    Phase.Request propose() {
        return find().orElseGet(this::open);
    }

    /// What an earlier try opened, if it came so far; it may be merged already, and its branch be gone.
    Optional<Phase.Request> find() {
        return journal.phase() instanceof Phase.Pushing(var folder, var pushed)
                ? find(folder, pushed)
                : Optional.empty();
    }

    private Optional<Phase.Request> find(String folder, String pushed) {
        String commit = work.repository().head(work.branch()).orElse(pushed);
        return work.host()
                .find(work.proposed(folder, commit))
                .map(found -> new Phase.Request(folder, commit, found.id(), found.url()));
    }

    private Phase.Request open() {
        String commit = work.repository().head(work.branch()).orElseGet(this::push);
        Order.Proposal proposal = work.job().proposal();
        PullRequest opened = work.host().open(work.proposed(folderOfPush(), commit), proposal.title(), proposal.body());
        return new Phase.Request(folderOfPush(), commit, opened.id(), opened.url());
    }

    private String push() {
        GitRepository repository = work.repository();
        String target = work.job().place().branch();
        String head = repository
                .head(target)
                .orElseThrow(() -> new GitException.NotThere(
                        "%s has no branch %s: make it, or name another one".formatted(repository.url(), target)));
        FileTree metadata = repository.files(head, ResourceFolder::isMetadata);
        String folder = new ResourceFolder(repository.paths(head), metadata)
                .of(work.job().arn(), work.job().proposal());
        String commit = repository.commit(change(head, folder));
        journal.keep(new Phase.Pushing(folder, commit));
        repository.push(commit, work.branch());
        return commit;
    }

    /// Nothing is removed for a resource that is removed: its Terraform files are needed to destroy it (§11.4).
    private FileChange change(String head, String folder) {
        FileTree fresh = journal.files();
        var files = new TreeMap<String, FileTree.Entry>();
        fresh.files().forEach((path, entry) -> files.put(folder + "/" + path, entry));
        Set<String> leftovers = work.job().action() == Order.Action.DEPROVISION
                ? Set.of()
                : new Leftovers(folder, work.repository().files(head, path -> path.startsWith(folder + "/")))
                        .of(work.job().arn(), fresh);
        return new FileChange(head, new FileTree(files), leftovers, message(), clock.instant());
    }

    private String message() {
        Order.Proposal proposal = work.job().proposal();
        return work.plain() ? proposal.title() + "\n\n" + proposal.body() : proposal.title();
    }

    private String folderOfPush() {
        return journal.phase() instanceof Phase.Pushing pushing
                ? pushing.folder()
                : work.job().proposal().folder();
    }
}

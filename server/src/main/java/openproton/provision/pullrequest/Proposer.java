package openproton.provision.pullrequest;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import openproton.base.FileTree;
import openproton.git.Change;
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
        GitRepository repository = work.repository();
        String commit = repository.head(work.branch()).orElseGet(this::push);
        Order.Proposal proposal = work.job().proposal();
        PullRequest opened = work.host().open(work.proposed(folderOfPush(), commit), proposal.title(), proposal.body());
        return new Phase.Request(folderOfPush(), commit, opened.id(), opened.url());
    }

    /// What an earlier try opened, if it came so far.
    Optional<PullRequest> find() {
        return work.repository()
                .head(work.branch())
                .flatMap(commit -> work.host().find(work.proposed(folderOfPush(), commit)));
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
        journal.keep(new Phase.Pushing(folder));
        return repository.propose(work.branch(), change(head, folder));
    }

    /// Nothing is removed for a resource that is removed: its Terraform files are needed to destroy it (§11.4).
    private Change change(String head, String folder) {
        FileTree fresh = journal.files();
        var files = new TreeMap<String, FileTree.Entry>();
        fresh.files().forEach((path, entry) -> files.put(folder + "/" + path, entry));
        Set<String> leftovers = work.job().action() == Order.Action.DEPROVISION
                ? Set.of()
                : new Leftovers(folder, work.repository().files(head, path -> path.startsWith(folder + "/")))
                        .of(work.job().arn(), fresh);
        return new Change(head, new FileTree(files), leftovers, message(), clock.instant());
    }

    private String message() {
        Order.Proposal proposal = work.job().proposal();
        return work.plain() ? proposal.title() + "\n\n" + proposal.body() : proposal.title();
    }

    private String folderOfPush() {
        return journal.phase() instanceof Phase.Pushing(var folder)
                ? folder
                : work.job().proposal().folder();
    }
}

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

/// Pushes the rendered files as a branch and opens a pull request for it. Finds what an earlier attempt left and goes
/// on from there.
///
/// @param clock gives the time of the commit
record OpenPullRequest(PullRequestContext context, PullRequestMemory memory, InstantSource clock) {

    /// The opened pull request.
    PullRequestStage.OpenedPullRequest propose() {
        return find().orElseGet(this::open);
    }

    /// The pull request that an earlier attempt opened, if any. It may be merged already and its branch deleted.
    Optional<PullRequestStage.OpenedPullRequest> find() {
        return memory.stage() instanceof PullRequestStage.Pushing(var folder, var pushed)
                ? find(folder, pushed)
                : Optional.empty();
    }

    private Optional<PullRequestStage.OpenedPullRequest> find(String folder, String pushed) {
        String commit = context.repository().head(context.branch()).orElse(pushed);
        return context.host()
                .find(context.proposed(folder, commit))
                .map(found -> new PullRequestStage.OpenedPullRequest(folder, commit, found.id(), found.url()));
    }

    private PullRequestStage.OpenedPullRequest open() {
        String commit = context.repository().head(context.branch()).orElseGet(this::push);
        Order.NewPullRequest pullRequest = context.order().pullRequest();
        PullRequest opened =
                context.host().open(context.proposed(folderOfPush(), commit), pullRequest.title(), pullRequest.body());
        return new PullRequestStage.OpenedPullRequest(folderOfPush(), commit, opened.id(), opened.url());
    }

    private String push() {
        GitRepository repository = context.repository();
        String target = context.order().place().branch();
        String head = repository
                .head(target)
                .orElseThrow(() -> new GitException.NotThere(
                        "%s has no branch %s: create it, or name another one".formatted(repository.url(), target)));
        FileTree metadata = repository.files(head, ResourceFolder::isMetadata);
        String folder = new ResourceFolder(repository.paths(head), metadata)
                .of(context.order().arn(), context.order().pullRequest());
        String commit = repository.commit(change(head, folder));
        memory.keep(new PullRequestStage.Pushing(folder, commit));
        repository.push(commit, context.branch());
        return commit;
    }

    /// A deletion removes no file: Terraform needs the files to destroy the resource
    /// (docs/behaviour/provisioning.md#deletion-by-pull-request).
    private FileChange change(String head, String folder) {
        FileTree fresh = memory.files();
        var files = new TreeMap<String, FileTree.Entry>();
        fresh.files().forEach((path, entry) -> files.put(folder + "/" + path, entry));
        Set<String> leftovers = context.order().action() == Order.Action.DEPROVISION
                ? Set.of()
                : new StaleFiles(folder, context.repository().files(head, path -> path.startsWith(folder + "/")))
                        .of(context.order().arn(), fresh);
        return new FileChange(head, new FileTree(files), leftovers, message(), clock.instant());
    }

    private String message() {
        Order.NewPullRequest pullRequest = context.order().pullRequest();
        return context.plain() ? pullRequest.title() + "\n\n" + pullRequest.body() : pullRequest.title();
    }

    private String folderOfPush() {
        return memory.stage() instanceof PullRequestStage.Pushing pushing
                ? pushing.folder()
                : context.order().pullRequest().folder();
    }
}

package openproton.resource.sync.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import openproton.base.DataException;
import openproton.change.Target;
import openproton.git.GitRepository;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.FollowWorkflow;
import openproton.resource.sync.follow.FollowedBranch;
import openproton.resource.sync.follow.Following;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.SyncEntryTable;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// What a commit means to a service: its ops file says which instance follows which spec of which branch.
///
/// @param jobs starts the work
public record ServiceFollowing(Jobs jobs) implements Following {

    /// Reads the ops file and every branch it names as they are now: the commit may be of any of these branches.
    @Override
    public Found look(SyncConfig config, GitRepository repository, String commit) {
        String branch = config.branch().branch();
        Optional<String> head = repository.head(branch);
        if (head.isEmpty()) {
            return nothing("branch '%s', which holds its ops file, does not exist".formatted(branch));
        }
        String service = config.follower().name();
        try {
            OpsFile ops = OpsFile.read(repository, head.get(), config.path(), service);
            Map<String, Optional<String>> heads = heads(repository, ops);
            return new Found(
                    ops.entries().stream()
                            .map(entry -> wanted(config, entry, heads))
                            .toList(),
                    "%s has no entry sync.services.%s".formatted(OpsFile.path(config.path()), service));
        } catch (DataException refusal) {
            return nothing(String.valueOf(refusal.getMessage()));
        }
    }

    private static Found nothing(String problem) {
        return new Found(List.of(), problem);
    }

    private static Map<String, Optional<String>> heads(GitRepository repository, OpsFile ops) {
        var heads = new HashMap<String, Optional<String>>();
        ops.entries().forEach(entry -> heads.computeIfAbsent(entry.branch(), repository::head));
        return heads;
    }

    private static Wanted wanted(SyncConfig config, OpsFile.Entry entry, Map<String, Optional<String>> heads) {
        var follower = config.follower();
        var target = Target.instance(follower.scope(), "", follower.name(), entry.instance());
        return new Wanted(
                target.arn(), entry.branch(), heads.getOrDefault(entry.branch(), Optional.empty()), entry.spec());
    }

    /// A file that is broken, or names nothing, leaves the service with what it followed before.
    @Override
    public void start(Transaction tx, SyncConfig config, Found found) {
        if (found.targets().isEmpty()) {
            return;
        }
        forgetOthers(tx, config, found);
        new SyncEntryTable(tx).replace(config.follower(), found.targets());
        found.targets().stream().map(Wanted::branch).distinct().forEach(branch -> follow(tx, config, branch));
        start(tx, config.follower());
    }

    private static void forgetOthers(Transaction tx, SyncConfig config, Found found) {
        var table = new ResourceSyncTable(tx);
        var targets = found.targets().stream().map(Wanted::target).collect(Collectors.toSet());
        table.below(config.follower().targets()).stream()
                .map(ResourceSyncTable.SyncPosition::target)
                .filter(target -> !targets.contains(target))
                .forEach(table::delete);
    }

    /// A branch that is followed already is not looked at now: it may be what led here.
    private void follow(Transaction tx, SyncConfig config, String branch) {
        var other = new LinkedBranch(config.branch().provider(), config.branch().name(), branch);
        var followed =
                new FollowedBranch(config.follower().scope(), config.follower().type(), other);
        jobs.start(tx, FollowWorkflow.ENTRY, followed.job());
    }

    /// Has the instances of a service looked at now.
    void start(Transaction tx, SyncConfig.SyncedResource service) {
        jobs.start(tx, ServiceSync.ENTRY, service.arn());
        jobs.wake(tx, ServiceSync.ENTRY, service.arn());
    }
}

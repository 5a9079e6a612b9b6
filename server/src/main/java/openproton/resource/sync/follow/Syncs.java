package openproton.resource.sync.follow;

import static openproton.api.ResourceSyncStatus.FAILED;
import static openproton.api.ResourceSyncStatus.SUCCEEDED;

import java.util.EnumSet;
import java.util.Optional;
import openproton.api.ResourceNotFoundException;
import openproton.request.Idempotency;
import openproton.resource.repository.Repositories;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;
import openproton.work.Jobs;

/// What all operations on sync configurations share.
///
/// @param jobs looks after branches
public record Syncs(Jobs jobs) {

    public static Optional<SyncConfig> find(Transaction tx, SyncConfig.SyncedResource follower) {
        return new SyncConfigTable(tx).find(follower);
    }

    /// Whether a template follows a repository.
    public static boolean isFollowing(Transaction tx, TemplateKey template) {
        return find(tx, SyncConfig.SyncedResource.template(template.scope(), template.type(), template.name()))
                .isPresent();
    }

    /// @throws ResourceNotFoundException when it follows nothing
    public static SyncConfig get(Transaction tx, SyncConfig.SyncedResource follower) {
        return find(tx, follower)
                .orElseThrow(() ->
                        new ResourceNotFoundException("%s has no sync configuration".formatted(follower.words())));
    }

    /// Keeps a new configuration and syncs at once.
    ///
    /// @throws ValidationException when the repository is not linked
    public void create(Transaction tx, SyncConfig config) {
        requireLinked(tx, config);
        new SyncConfigTable(tx).insert(config);
        follow(tx, config);
    }

    /// Replaces a configuration, if only by itself, and syncs at once: attempts on the branch of before finish, and
    /// those
    /// that failed are made again.
    ///
    /// @throws ValidationException when the repository is not linked
    public void update(Transaction tx, SyncConfig config) {
        get(tx, config.follower());
        requireLinked(tx, config);
        new SyncConfigTable(tx).update(config);
        Idempotency.modified(tx, config.follower().scope(), config.follower().configArn());
        follow(tx, config);
    }

    /// Stops following; what was made from commits stays.
    public SyncConfig delete(Transaction tx, SyncConfig.SyncedResource follower) {
        SyncConfig config = get(tx, follower);
        new SyncConfigTable(tx).delete(follower);
        if (follower.kind().isEmpty()) {
            forgetInstances(tx, follower);
        }
        return config;
    }

    /// Forgets how far the instances of a service have followed.
    public static void forgetInstances(Transaction tx, SyncConfig.SyncedResource service) {
        new SyncEntryTable(tx).delete(service);
        new ResourceSyncTable(tx).deleteBelow(service.targets());
    }

    private static void requireLinked(Transaction tx, SyncConfig config) {
        Repositories.requireLinked(tx, config.follower().scope(), config.branch(), "repositoryName");
    }

    /// Attempts that failed are made again. Those of templates that succeeded are, too: their versions may be gone.
    private void follow(Transaction tx, SyncConfig config) {
        var follower = config.follower();
        var again = follower.kind().isPresent() ? EnumSet.of(FAILED, SUCCEEDED) : EnumSet.of(FAILED);
        new ResourceSyncTable(tx).forget(follower.targets(), again);
        FollowedBranch followed = FollowedBranch.of(config);
        new RepositorySyncTable(tx).again(followed);
        look(tx, followed);
    }

    /// Has a branch looked after, and looked at now.
    void look(Transaction tx, FollowedBranch followed) {
        jobs.start(tx, FollowWorkflow.ENTRY, followed.job());
        jobs.wake(tx, FollowWorkflow.ENTRY, followed.job());
    }
}

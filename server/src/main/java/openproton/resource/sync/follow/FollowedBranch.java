package openproton.resource.sync.follow;

import java.util.List;
import openproton.api.RepositoryProvider;
import openproton.api.SyncType;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;

/// A branch that something follows: one job looks after it.
///
/// @param type what follows it: templates and services are looked after apart
public record FollowedBranch(Scope scope, SyncType type, LinkedBranch branch) {
    private static final String BETWEEN = "|";
    private static final int PARTS = 6;

    public static FollowedBranch of(SyncConfig config) {
        return new FollowedBranch(config.follower().scope(), config.follower().type(), config.branch());
    }

    /// The id of its job.
    public String job() {
        return String.join(
                BETWEEN,
                scope.account(),
                scope.region(),
                type.name(),
                branch.provider().name(),
                branch.name(),
                branch.branch());
    }

    static FollowedBranch ofJob(String job) {
        List<String> parts = List.of(job.split("\\|", PARTS));
        return new FollowedBranch(
                new Scope(parts.get(0), parts.get(1)),
                SyncType.valueOf(parts.get(2)),
                new LinkedBranch(RepositoryProvider.valueOf(parts.get(3)), parts.get(4), parts.get(5)));
    }
}

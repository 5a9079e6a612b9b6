package openproton.resource.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import openproton.api.Caller;
import openproton.api.ListRepositorySyncDefinitionsInput;
import openproton.api.ListRepositorySyncDefinitionsOutput;
import openproton.api.RepositorySyncDefinition;
import openproton.api.Revision;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.FollowedBranch;
import openproton.resource.sync.follow.RepositorySyncTable;
import openproton.resource.sync.follow.ResourceSyncTable;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.SyncConfigTable;
import openproton.store.Transaction;

/// Which directories of a repository are followed by what, complete in one page.
public record ListRepositorySyncDefinitions()
        implements Query<ListRepositorySyncDefinitionsInput, ListRepositorySyncDefinitionsOutput> {

    @Override
    public ListRepositorySyncDefinitionsOutput handle(
            Transaction tx, ListRepositorySyncDefinitionsInput input, Caller caller) {
        var repository = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), "");
        var followed = new FollowedBranch(Scope.of(caller), input.syncType(), repository);
        List<RepositorySyncDefinition> definitions = new SyncConfigTable(tx)
                .ofRepository(followed).stream()
                        .flatMap(config -> definitions(tx, config))
                        .toList();
        return new ListRepositorySyncDefinitionsOutput(Optional.empty(), definitions);
    }

    private static Stream<RepositorySyncDefinition> definitions(Transaction tx, SyncConfig config) {
        var follower = config.follower();
        Predicate<Revision> isFollowed = follower.kind().isPresent() ? inTheBranch(tx, config) : _ -> true;
        return new ResourceSyncTable(tx)
                .below(follower.targets()).stream()
                        .filter(position -> isFollowed.test(position.desired()))
                        .map(position -> definition(follower.arn(), position.target(), position.desired()));
    }

    /// A major version is remembered when its folder, or the branch, is left: the folder may come back.
    private static Predicate<Revision> inTheBranch(Transaction tx, SyncConfig config) {
        LinkedBranch branch = config.branch();
        Optional<String> seen = new RepositorySyncTable(tx)
                .find(FollowedBranch.of(config))
                .flatMap(RepositorySyncTable.Attempt::commit);
        return revision -> revision.repositoryName().equals(branch.name())
                && revision.repositoryProvider() == branch.provider()
                && revision.branch().equals(branch.branch())
                && seen.filter(commit -> !commit.equals(revision.sha())).isEmpty();
    }

    private static RepositorySyncDefinition definition(String parent, String target, Revision desired) {
        return RepositorySyncDefinition.builder()
                .target(target)
                .parent(parent)
                .branch(desired.branch())
                .directory(desired.directory())
                .build();
    }
}

package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetRepositorySyncStatusInput;
import openproton.api.GetRepositorySyncStatusOutput;
import openproton.api.ResourceNotFoundException;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.FollowedBranch;
import openproton.resource.sync.follow.RepositorySyncTable;
import openproton.resource.sync.follow.SyncConfigTable;
import openproton.store.Transaction;

/// The newest attempt to bring a branch here, and what it waits for; nothing before the first one.
public record GetRepositorySyncStatus() implements Query<GetRepositorySyncStatusInput, GetRepositorySyncStatusOutput> {

    @Override
    public GetRepositorySyncStatusOutput handle(Transaction tx, GetRepositorySyncStatusInput input, Caller caller) {
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var followed = new FollowedBranch(Scope.of(caller), input.syncType(), branch);
        Optional<RepositorySyncTable.Attempt> attempt = new RepositorySyncTable(tx).find(followed);
        if (attempt.isEmpty() && new SyncConfigTable(tx).following(followed).isEmpty()) {
            throw new ResourceNotFoundException(
                    "nothing follows branch '%s' of repository '%s'".formatted(branch.branch(), branch.name()));
        }
        return GetRepositorySyncStatusOutput.builder()
                .latestSync(attempt.map(RepositorySyncTable.Attempt::toApi))
                .build();
    }
}

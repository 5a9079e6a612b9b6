package openproton.resource.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.api.Caller;
import openproton.api.ListRepositorySyncDefinitionsInput;
import openproton.api.ListRepositorySyncDefinitionsOutput;
import openproton.api.Operation;
import openproton.api.RepositorySyncDefinition;
import openproton.api.Revision;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Scope;
import openproton.store.Database;
import openproton.store.Transaction;

/// Which directories of a repository are followed by what, complete in one page.
public record ListRepositorySyncDefinitions(Database database)
        implements Operation<ListRepositorySyncDefinitionsInput, ListRepositorySyncDefinitionsOutput> {

    @Override
    public ListRepositorySyncDefinitionsOutput handle(ListRepositorySyncDefinitionsInput input, Caller caller) {
        var repository = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), "");
        var followed = new Followed(Scope.of(caller), input.syncType(), repository);
        List<RepositorySyncDefinition> definitions = database.read(tx -> new SyncConfigTable(tx)
                .ofRepository(followed).stream()
                        .flatMap(config -> definitions(tx, config))
                        .toList());
        return new ListRepositorySyncDefinitionsOutput(Optional.empty(), definitions);
    }

    private static Stream<RepositorySyncDefinition> definitions(Transaction tx, SyncConfig config) {
        String parent = parent(config);
        return new ResourceSyncTable(tx)
                .below(parent + (config.follower().kind().isPresent() ? ":" : "/")).stream()
                        .map(standing -> definition(parent, standing.target(), standing.desired()));
    }

    private static String parent(SyncConfig config) {
        return config.follower().kind().isPresent()
                ? TemplateFollowing.template(config).arn()
                : config.follower().scope().arn("service/" + config.follower().name());
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

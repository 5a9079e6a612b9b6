package openproton.resource.sync.follow;

import openproton.git.Connection;
import openproton.resource.repository.LinkedBranch;
import openproton.store.Database;

/// Pushes that a host tells of: whatever follows the branch is looked after at once, in every
/// account that may use the connection that tells.
public record Pushes(Database database, Syncs syncs) {

    /// A branch has moved.
    ///
    /// @param connection the connection to the host
    /// @param repository such as `owner/name`
    public void pushed(Connection connection, String repository, String branch) {
        database.change(tx -> {
            var table = new SyncConfigTable(tx);
            table.all().stream()
                    .filter(config ->
                            connection.isOpenTo(config.follower().scope().account()))
                    .filter(config -> is(config.branch(), connection.provider(), repository))
                    .map(config -> followed(config, branch))
                    .distinct()
                    .filter(followed -> !table.following(followed).isEmpty())
                    .forEach(followed -> syncs.look(tx, followed));
        });
    }

    private static FollowedBranch followed(SyncConfig config, String branch) {
        var place = new LinkedBranch(config.branch().provider(), config.branch().name(), branch);
        return new FollowedBranch(config.follower().scope(), config.follower().type(), place);
    }

    private static boolean is(LinkedBranch followed, String provider, String repository) {
        return followed.provider().value().equals(provider)
                && plain(followed.name()).equalsIgnoreCase(plain(repository));
    }

    private static String plain(String repository) {
        return repository.replaceFirst("\\.git$", "");
    }
}

package openproton.resource.sync;

import openproton.resource.repository.LinkedBranch;

/// Pushes that a host tells of: whatever follows the branch is looked after at once, in every account.
public record Pushes(Syncs syncs) {

    /// A branch has moved.
    ///
    /// @param provider under which the repository is linked, such as `GITHUB`
    /// @param repository such as `owner/name`
    public void pushed(String provider, String repository, String branch) {
        syncs.database().change(tx -> {
            var table = new SyncConfigTable(tx);
            table.all().stream()
                    .filter(config -> is(config.branch(), provider, repository))
                    .map(config -> followed(config, branch))
                    .distinct()
                    .filter(followed -> !table.following(followed).isEmpty())
                    .forEach(followed -> syncs.look(tx, followed));
        });
    }

    private static Followed followed(SyncConfig config, String branch) {
        var place = new LinkedBranch(config.branch().provider(), config.branch().name(), branch);
        return new Followed(config.follower().scope(), config.follower().type(), place);
    }

    private static boolean is(LinkedBranch followed, String provider, String repository) {
        return followed.provider().value().equals(provider)
                && plain(followed.name()).equalsIgnoreCase(plain(repository));
    }

    private static String plain(String repository) {
        return repository.replaceFirst("\\.git$", "");
    }
}

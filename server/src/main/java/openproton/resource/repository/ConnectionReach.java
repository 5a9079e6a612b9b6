package openproton.resource.repository;

import openproton.api.RepositoryProvider;
import openproton.api.ValidationException;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.git.GitException;

/// Asks the hosts themselves whether a repository is reached.
///
/// @param connections the configured ones
public record ConnectionReach(GitConnections connections) implements Repositories.Reach {
    private static final String USUAL_BRANCH = "main";

    @Override
    public void require(String account, String connectionArn, RepositoryProvider provider, String name) {
        try {
            GitConnections usable = connections.of(account);
            Connection connection = usable.find(connectionArn);
            if (!connection.provider().equals(provider.value())) {
                throw new ValidationException(
                        "connection '%s' is configured for provider %s; register its repositories under that, not under %s"
                                .formatted(connection.name(), connection.provider(), provider.value()));
            }
            usable.repository(connectionArn, name).head(USUAL_BRANCH);
        } catch (GitException trouble) {
            throw new ValidationException("repository '%s' cannot be linked: %s".formatted(name, trouble.getMessage()));
        }
    }
}

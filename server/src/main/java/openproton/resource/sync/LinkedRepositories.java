package openproton.resource.sync;

import openproton.git.GitConnections;
import openproton.git.GitRepository;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Opens repositories that are linked.
///
/// @param connections reach them
public record LinkedRepositories(Database database, GitConnections connections) {

    /// The repository of a branch.
    ///
    /// @throws openproton.api.ValidationException when it is not linked
    /// @throws openproton.git.GitException.NotThere when the account has no such connection
    GitRepository of(Scope scope, LinkedBranch branch) {
        String connection = database.read(tx ->
                Repositories.requireLinked(tx, scope, branch, "repositoryName").connectionArn());
        return connections.of(scope.account()).repository(connection, branch.name());
    }
}

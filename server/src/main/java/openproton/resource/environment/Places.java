package openproton.resource.environment;

import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.ValidationException;
import openproton.request.Scope;
import openproton.resource.connection.ConnectionTable;
import openproton.resource.connection.StoredConnection;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.store.Transaction;

/// Finds what requests name as the place of an environment: linked repositories, connections to other accounts.
///
/// @param scope of the environment
/// @param environment its name
record Places(Transaction tx, Scope scope, String environment) {

    /// The place of a new environment.
    ///
    /// @throws ValidationException when the repository is not linked, or the connection not one for it
    /// @throws ConflictException when the connection is not connected, or taken
    StoredEnvironment.Place of(Optional<LinkedBranch> repository, Optional<String> connectionId) {
        repository.ifPresent(branch -> Repositories.requireLinked(tx, scope, branch, "provisioningRepository"));
        return new StoredEnvironment.Place(repository, connectionId.map(this::connection));
    }

    /// The place of an environment after an update (docs/behaviour/deployments.md#updating-an-environment): only the
    /// connection can change, within its account.
    StoredEnvironment.Place changed(
            StoredEnvironment before, Optional<LinkedBranch> repository, Optional<String> connectionId) {
        refuseOtherRepository(before, repository);
        if (connectionId.isEmpty()) {
            return before.place();
        }
        var current = before.place()
                .connection()
                .orElseThrow(() -> new ValidationException(
                        "environment '%s' is not provisioned through an account connection, which an update cannot change; leave environmentAccountConnectionId out"
                                .formatted(environment)));
        StoredEnvironment.OtherAccount wanted = connection(connectionId.get());
        if (!wanted.account().equals(current.account())) {
            throw new ValidationException(
                    "environmentAccountConnectionId '%s' leads to account %s; environment '%s' is provisioned in account %s"
                            .formatted(connectionId.get(), wanted.account(), environment, current.account()));
        }
        return new StoredEnvironment.Place(before.place().repository(), Optional.of(wanted));
    }

    private void refuseOtherRepository(StoredEnvironment before, Optional<LinkedBranch> repository) {
        if (repository.isPresent() && !repository.equals(before.place().repository())) {
            throw new ValidationException(
                    "provisioningRepository of environment '%s' is %s and cannot be changed; leave it out"
                            .formatted(
                                    environment,
                                    before.place()
                                            .repository()
                                            .map(branch ->
                                                    "'%s', branch '%s'".formatted(branch.name(), branch.branch()))
                                            .orElse("not set")));
        }
    }

    private StoredEnvironment.OtherAccount connection(String id) {
        StoredConnection connection = new ConnectionTable(tx)
                .find(id)
                .filter(found -> found.region().equals(scope.region()))
                .filter(found -> found.sides().management().equals(scope.account()))
                .orElseThrow(() -> new ValidationException(
                        "environmentAccountConnectionId '%s' does not name a connection whose management account is %s"
                                .formatted(id, scope.account())));
        if (!connection.sides().environmentName().equals(environment)) {
            throw new ValidationException("environmentAccountConnectionId '%s' is for environment '%s', not for '%s'"
                    .formatted(id, connection.sides().environmentName(), environment));
        }
        requireFree(connection);
        var roles = connection.roles();
        return new StoredEnvironment.OtherAccount(
                id,
                connection.sides().environment(),
                Optional.of(new StoredEnvironment.Roles(roles.service(), roles.codebuild(), roles.component())));
    }

    private void requireFree(StoredConnection connection) {
        if (connection.lifecycle().status() != EnvironmentAccountConnectionStatus.CONNECTED) {
            throw new ConflictException("account connection '%s' is %s; accept it first"
                    .formatted(connection.id(), connection.lifecycle().status().value()));
        }
        new ConnectionTable(tx)
                .user(connection.id())
                .filter(user -> !user.equals(environment))
                .ifPresent(user -> {
                    throw new ConflictException("account connection '%s' is used by environment '%s' already"
                            .formatted(connection.id(), user));
                });
    }
}

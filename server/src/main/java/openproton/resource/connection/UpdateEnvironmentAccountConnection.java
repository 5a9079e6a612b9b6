package openproton.resource.connection;

import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.UpdateEnvironmentAccountConnectionInput;
import openproton.api.UpdateEnvironmentAccountConnectionOutput;
import openproton.request.Change;
import openproton.request.OwnRole;
import openproton.store.Transaction;

/// Gives a connection other roles, from the next deployments on; roles that are left out stay.
public record UpdateEnvironmentAccountConnection(AccountConnections connections)
        implements Change<UpdateEnvironmentAccountConnectionInput, UpdateEnvironmentAccountConnectionOutput> {

    @Override
    public UpdateEnvironmentAccountConnectionOutput handle(
            Transaction tx, UpdateEnvironmentAccountConnectionInput input, Caller caller) {
        StoredConnection connection = AccountConnections.asEnvironmentAccount(tx, caller, input.id());
        if (connection.lifecycle().status() == EnvironmentAccountConnectionStatus.REJECTED) {
            throw new ConflictException("%s is REJECTED and can only be deleted".formatted(connection.words()));
        }
        OwnRole.require("roleArn", input.roleArn(), caller);
        OwnRole.require("componentRoleArn", input.componentRoleArn(), caller);
        OwnRole.require("codebuildRoleArn", input.codebuildRoleArn(), caller);
        return new UpdateEnvironmentAccountConnectionOutput(
                update(tx, connection, input).inDetail());
    }

    private StoredConnection update(
            Transaction tx, StoredConnection connection, UpdateEnvironmentAccountConnectionInput input) {
        var roles = connection
                .roles()
                .changedBy(new StoredConnection.Roles(
                        input.roleArn(), input.componentRoleArn(), input.codebuildRoleArn()));
        var table = new ConnectionTable(tx);
        if (!roles.equals(connection.roles())) {
            table.change(
                    connection.id(),
                    roles,
                    connection.lifecycle().status(),
                    connections.clock().instant());
        }
        return table.find(connection.id()).orElseThrow();
    }
}

package openproton.resource.connection;

import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.Operation;
import openproton.api.UpdateEnvironmentAccountConnectionInput;
import openproton.api.UpdateEnvironmentAccountConnectionOutput;
import openproton.resource.request.OwnRole;
import openproton.store.Transaction;

/// Gives a connection other roles, from the next deployments on; roles that are left out stay.
public record UpdateEnvironmentAccountConnection(Connections connections)
        implements Operation<UpdateEnvironmentAccountConnectionInput, UpdateEnvironmentAccountConnectionOutput> {

    @Override
    public UpdateEnvironmentAccountConnectionOutput handle(
            UpdateEnvironmentAccountConnectionInput input, Caller caller) {
        return connections.database().inTransaction(tx -> {
            StoredConnection connection = Connections.asEnvironmentAccount(tx, caller, input.id());
            if (connection.standing().status() == EnvironmentAccountConnectionStatus.REJECTED) {
                throw new ConflictException("%s is REJECTED and can only be deleted".formatted(connection.words()));
            }
            return new UpdateEnvironmentAccountConnectionOutput(
                    update(tx, connection, input).inDetail());
        });
    }

    private StoredConnection update(
            Transaction tx, StoredConnection connection, UpdateEnvironmentAccountConnectionInput input) {
        String account = connection.sides().environment();
        OwnRole.require("roleArn", input.roleArn(), account);
        OwnRole.require("componentRoleArn", input.componentRoleArn(), account);
        OwnRole.require("codebuildRoleArn", input.codebuildRoleArn(), account);
        var roles = connection
                .roles()
                .changedBy(new StoredConnection.Roles(
                        input.roleArn(), input.componentRoleArn(), input.codebuildRoleArn()));
        var table = new ConnectionTable(tx);
        if (!roles.equals(connection.roles())) {
            table.change(
                    connection.id(),
                    roles,
                    connection.standing().status(),
                    connections.clock().instant());
        }
        return table.find(connection.id()).orElseThrow();
    }
}

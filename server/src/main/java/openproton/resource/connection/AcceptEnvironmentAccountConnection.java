package openproton.resource.connection;

import openproton.api.AcceptEnvironmentAccountConnectionInput;
import openproton.api.AcceptEnvironmentAccountConnectionOutput;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.Operation;

/// The management account agrees: its environment may now be provisioned in the other account.
public record AcceptEnvironmentAccountConnection(Connections connections)
        implements Operation<AcceptEnvironmentAccountConnectionInput, AcceptEnvironmentAccountConnectionOutput> {

    @Override
    public AcceptEnvironmentAccountConnectionOutput handle(
            AcceptEnvironmentAccountConnectionInput input, Caller caller) {
        return connections.database().inTransaction(tx -> {
            StoredConnection connection = Connections.asManagementAccount(tx, caller, input.id());
            StoredConnection after = switch (connection.standing().status()) {
                case PENDING, CONNECTED ->
                    connections.move(tx, connection, EnvironmentAccountConnectionStatus.CONNECTED);
                case REJECTED ->
                    throw new ConflictException(
                            "%s was rejected, which is final; the environment account can request a new one"
                                    .formatted(connection.words()));
            };
            return new AcceptEnvironmentAccountConnectionOutput(after.inDetail());
        });
    }
}

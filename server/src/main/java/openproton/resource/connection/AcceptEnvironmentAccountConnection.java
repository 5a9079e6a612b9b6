package openproton.resource.connection;

import openproton.api.AcceptEnvironmentAccountConnectionInput;
import openproton.api.AcceptEnvironmentAccountConnectionOutput;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.request.Change;
import openproton.store.Transaction;

/// The management account agrees: its environment may now be provisioned in the other account.
public record AcceptEnvironmentAccountConnection(AccountConnections connections)
        implements Change<AcceptEnvironmentAccountConnectionInput, AcceptEnvironmentAccountConnectionOutput> {

    @Override
    public AcceptEnvironmentAccountConnectionOutput handle(
            Transaction tx, AcceptEnvironmentAccountConnectionInput input, Caller caller) {
        StoredConnection connection = AccountConnections.asManagementAccount(tx, caller, input.id());
        StoredConnection after = switch (connection.lifecycle().status()) {
            case PENDING, CONNECTED -> connections.move(tx, connection, EnvironmentAccountConnectionStatus.CONNECTED);
            case REJECTED ->
                throw new ConflictException(
                        "%s was rejected, which is final; the environment account can request a new one"
                                .formatted(connection.words()));
        };
        return new AcceptEnvironmentAccountConnectionOutput(after.inDetail());
    }
}

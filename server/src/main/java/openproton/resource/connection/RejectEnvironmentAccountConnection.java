package openproton.resource.connection;

import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.EnvironmentAccountConnectionStatus;
import openproton.api.RejectEnvironmentAccountConnectionInput;
import openproton.api.RejectEnvironmentAccountConnectionOutput;
import openproton.request.Change;
import openproton.store.Transaction;

/// The management account refuses, for good; not while an environment uses the connection.
public record RejectEnvironmentAccountConnection(AccountConnections connections)
        implements Change<RejectEnvironmentAccountConnectionInput, RejectEnvironmentAccountConnectionOutput> {

    @Override
    public RejectEnvironmentAccountConnectionOutput handle(
            Transaction tx, RejectEnvironmentAccountConnectionInput input, Caller caller) {
        StoredConnection connection = AccountConnections.asManagementAccount(tx, caller, input.id());
        refuseUsed(tx, connection);
        return new RejectEnvironmentAccountConnectionOutput(connections
                .move(tx, connection, EnvironmentAccountConnectionStatus.REJECTED)
                .inDetail());
    }

    private static void refuseUsed(Transaction tx, StoredConnection connection) {
        new ConnectionTable(tx).user(connection.id()).ifPresent(environment -> {
            throw new ConflictException("environment '%s' uses %s; delete the environment first"
                    .formatted(environment, connection.words()));
        });
    }
}

package openproton.resource.connection;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentAccountConnectionInput;
import openproton.api.DeleteEnvironmentAccountConnectionOutput;
import openproton.api.Operation;
import openproton.resource.request.Request;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Takes a connection back, also while it is used: what is provisioned stays, but nobody manages it from here on.
public record DeleteEnvironmentAccountConnection(Connections connections)
        implements Operation<DeleteEnvironmentAccountConnectionInput, DeleteEnvironmentAccountConnectionOutput> {

    @Override
    public DeleteEnvironmentAccountConnectionOutput handle(
            DeleteEnvironmentAccountConnectionInput input, Caller caller) {
        return connections.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.DELETE_ENVIRONMENT_ACCOUNT_CONNECTION,
                    input,
                    caller,
                    caller.arn("environment-account-connection/" + input.id()).toString(),
                    _ -> Connections.find(tx, caller, input.id()).map(DeleteEnvironmentAccountConnection::answer));
            return connections.idempotency().answer(tx, request, () -> delete(tx, input.id(), caller));
        });
    }

    private static DeleteEnvironmentAccountConnectionOutput delete(Transaction tx, String id, Caller caller) {
        StoredConnection connection = Connections.asEnvironmentAccount(tx, caller, id);
        new ConnectionTable(tx).delete(id);
        new Tags(tx).forget(connection.arn());
        return answer(connection);
    }

    private static DeleteEnvironmentAccountConnectionOutput answer(StoredConnection connection) {
        return new DeleteEnvironmentAccountConnectionOutput(Optional.of(connection.inDetail()));
    }
}

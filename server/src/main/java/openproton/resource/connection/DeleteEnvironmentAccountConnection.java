package openproton.resource.connection;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentAccountConnectionInput;
import openproton.api.DeleteEnvironmentAccountConnectionOutput;
import openproton.request.Repeatable;
import openproton.resource.tag.Tags;
import openproton.store.Transaction;

/// Takes a connection back, also while it is used: what is provisioned stays, but nobody manages it from here on.
public record DeleteEnvironmentAccountConnection(AccountConnections connections)
        implements Repeatable<DeleteEnvironmentAccountConnectionInput, DeleteEnvironmentAccountConnectionOutput> {

    @Override
    public String resource(DeleteEnvironmentAccountConnectionInput input, Caller caller) {
        return caller.arn("environment-account-connection/" + input.id()).toString();
    }

    @Override
    public Optional<DeleteEnvironmentAccountConnectionOutput> current(
            Transaction tx, String resource, DeleteEnvironmentAccountConnectionInput input, Caller caller) {
        return AccountConnections.find(tx, caller, input.id()).map(DeleteEnvironmentAccountConnection::answer);
    }

    @Override
    public DeleteEnvironmentAccountConnectionOutput handle(
            Transaction tx, DeleteEnvironmentAccountConnectionInput input, Caller caller) {
        return delete(tx, input.id(), caller);
    }

    private static DeleteEnvironmentAccountConnectionOutput delete(Transaction tx, String id, Caller caller) {
        StoredConnection connection = AccountConnections.asEnvironmentAccount(tx, caller, id);
        new ConnectionTable(tx).delete(id);
        new Tags(tx).forget(connection.arn());
        return answer(connection);
    }

    private static DeleteEnvironmentAccountConnectionOutput answer(StoredConnection connection) {
        return new DeleteEnvironmentAccountConnectionOutput(Optional.of(connection.inDetail()));
    }
}

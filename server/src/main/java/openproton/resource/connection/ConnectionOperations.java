package openproton.resource.connection;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;

/// The operations on connections between accounts.
public record ConnectionOperations(AccountConnections connections, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironmentAccountConnection(connections),
                new GetEnvironmentAccountConnection(),
                new UpdateEnvironmentAccountConnection(connections),
                new DeleteEnvironmentAccountConnection(connections),
                new AcceptEnvironmentAccountConnection(connections),
                new RejectEnvironmentAccountConnection(connections),
                new ListEnvironmentAccountConnections(pages));
    }
}

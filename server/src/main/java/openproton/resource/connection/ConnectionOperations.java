package openproton.resource.connection;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.request.Pages;

/// The operations on connections between accounts.
public record ConnectionOperations(Connections connections, Pages pages) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateEnvironmentAccountConnection(connections),
                new GetEnvironmentAccountConnection(connections.database()),
                new UpdateEnvironmentAccountConnection(connections),
                new DeleteEnvironmentAccountConnection(connections),
                new AcceptEnvironmentAccountConnection(connections),
                new RejectEnvironmentAccountConnection(connections),
                new ListEnvironmentAccountConnections(connections.database(), pages));
    }
}

package openproton.resource.connection;

import openproton.api.Caller;
import openproton.api.GetEnvironmentAccountConnectionInput;
import openproton.api.GetEnvironmentAccountConnectionOutput;
import openproton.api.Operation;
import openproton.store.Database;

/// One connection in detail, for either of its accounts.
public record GetEnvironmentAccountConnection(Database database)
        implements Operation<GetEnvironmentAccountConnectionInput, GetEnvironmentAccountConnectionOutput> {

    @Override
    public GetEnvironmentAccountConnectionOutput handle(GetEnvironmentAccountConnectionInput input, Caller caller) {
        return database.read(tx -> new GetEnvironmentAccountConnectionOutput(
                Connections.get(tx, caller, input.id()).inDetail()));
    }
}

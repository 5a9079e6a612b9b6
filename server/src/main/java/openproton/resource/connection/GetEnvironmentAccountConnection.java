package openproton.resource.connection;

import openproton.api.Caller;
import openproton.api.GetEnvironmentAccountConnectionInput;
import openproton.api.GetEnvironmentAccountConnectionOutput;
import openproton.request.Query;
import openproton.store.Transaction;

/// One connection in detail, for either of its accounts.
public record GetEnvironmentAccountConnection()
        implements Query<GetEnvironmentAccountConnectionInput, GetEnvironmentAccountConnectionOutput> {

    @Override
    public GetEnvironmentAccountConnectionOutput handle(
            Transaction tx, GetEnvironmentAccountConnectionInput input, Caller caller) {
        return new GetEnvironmentAccountConnectionOutput(
                AccountConnections.get(tx, caller, input.id()).inDetail());
    }
}

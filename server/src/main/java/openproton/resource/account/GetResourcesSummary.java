package openproton.resource.account;

import openproton.api.Caller;
import openproton.api.CountsSummary;
import openproton.api.GetResourcesSummaryInput;
import openproton.api.GetResourcesSummaryOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// How many resources of each kind there are, how many failed and how many lag behind their template.
public record GetResourcesSummary(Database database)
        implements Operation<GetResourcesSummaryInput, GetResourcesSummaryOutput> {

    @Override
    public GetResourcesSummaryOutput handle(GetResourcesSummaryInput input, Caller caller) {
        var scope = Scope.of(caller);
        CountsSummary counts = database.read(tx -> new Counts(tx, scope).summary());
        return new GetResourcesSummaryOutput(counts);
    }
}

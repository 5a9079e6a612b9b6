package openproton.resource.account;

import openproton.api.Caller;
import openproton.api.CountsSummary;
import openproton.api.GetResourcesSummaryInput;
import openproton.api.GetResourcesSummaryOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// How many resources of each kind there are, how many failed and how many lag behind their template.
public record GetResourcesSummary() implements Query<GetResourcesSummaryInput, GetResourcesSummaryOutput> {

    @Override
    public GetResourcesSummaryOutput handle(Transaction tx, GetResourcesSummaryInput input, Caller caller) {
        var scope = Scope.of(caller);
        CountsSummary counts = new Counts(tx, scope).summary();
        return new GetResourcesSummaryOutput(counts);
    }
}

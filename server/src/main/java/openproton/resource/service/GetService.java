package openproton.resource.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceInput;
import openproton.api.GetServiceOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One service in detail, with its pipeline.
public record GetService(Services services) implements Query<GetServiceInput, GetServiceOutput> {

    @Override
    public GetServiceOutput handle(Transaction tx, GetServiceInput input, Caller caller) {
        StoredService service = services.get(tx, Scope.of(caller), input.name());
        return new GetServiceOutput(Optional.of(ServiceViews.inDetail(tx, service)));
    }
}

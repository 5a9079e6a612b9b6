package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.GetServiceInstanceInput;
import openproton.api.GetServiceInstanceOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One service instance in detail.
public record GetServiceInstance() implements Query<GetServiceInstanceInput, GetServiceInstanceOutput> {

    @Override
    public GetServiceInstanceOutput handle(Transaction tx, GetServiceInstanceInput input, Caller caller) {
        return new GetServiceInstanceOutput(
                Instances.show(tx, Instances.get(tx, Scope.of(caller), input.serviceName(), input.name())));
    }
}

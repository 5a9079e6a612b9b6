package openproton.resource.instance;

import openproton.api.Caller;
import openproton.api.GetServiceInstanceInput;
import openproton.api.GetServiceInstanceOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// One service instance in detail.
public record GetServiceInstance(Database database)
        implements Operation<GetServiceInstanceInput, GetServiceInstanceOutput> {

    @Override
    public GetServiceInstanceOutput handle(GetServiceInstanceInput input, Caller caller) {
        return database.read(tx -> new GetServiceInstanceOutput(
                Instances.show(tx, Instances.get(tx, Scope.of(caller), input.serviceName(), input.name()))));
    }
}

package openproton.resource.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetServiceInput;
import openproton.api.GetServiceOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;

/// One service in detail, with its pipeline.
public record GetService(Services services) implements Operation<GetServiceInput, GetServiceOutput> {

    @Override
    public GetServiceOutput handle(GetServiceInput input, Caller caller) {
        return services.database().read(tx -> {
            StoredService service = services.get(tx, Scope.of(caller), input.name());
            return new GetServiceOutput(Optional.of(ServiceViews.inDetail(tx, service)));
        });
    }
}

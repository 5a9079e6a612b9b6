package openproton.resource.service;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;
import openproton.request.Quotas;

/// The operations on services.
///
/// @param watch told of changes
public record ServiceOperations(Services services, Quotas quotas, Pages pages, ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateService(services, quotas),
                new GetService(services),
                new UpdateService(services, quotas, watch),
                new DeleteService(services),
                new ListServices(pages));
    }
}

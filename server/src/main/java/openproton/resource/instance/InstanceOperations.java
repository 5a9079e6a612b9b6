package openproton.resource.instance;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.request.Pages;
import openproton.resource.request.Quotas;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.Services;

/// The operations on service instances.
///
/// @param watch told of changes
public record InstanceOperations(Services services, Results results, Quotas quotas, Pages pages, ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateServiceInstance(services, quotas, watch),
                new GetServiceInstance(services.database()),
                new UpdateServiceInstance(services, watch),
                new CancelServiceInstanceDeployment(services),
                new ListServiceInstances(services, pages),
                new ListServiceInstanceOutputs(results),
                new ListServiceInstanceProvisionedResources(results));
    }
}

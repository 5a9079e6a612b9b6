package openproton.resource.instance;

import java.util.List;
import openproton.request.Operation;
import openproton.request.Pages;
import openproton.request.Quotas;
import openproton.resource.service.ServiceWatch;
import openproton.resource.service.Services;

/// The operations on service instances.
///
/// @param watch told of changes
public record InstanceOperations(Services services, Quotas quotas, Pages pages, ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new CreateServiceInstance(services, quotas, watch),
                new GetServiceInstance(),
                new UpdateServiceInstance(services, watch),
                new CancelServiceInstanceDeployment(services),
                new ListServiceInstances(services, pages),
                new ListServiceInstanceOutputs(),
                new ListServiceInstanceProvisionedResources());
    }
}

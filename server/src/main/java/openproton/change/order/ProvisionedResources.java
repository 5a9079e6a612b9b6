package openproton.change.order;

import openproton.api.ProvisionedResource;
import openproton.api.ProvisionedResourceEngine;
import openproton.provision.Progress;

/// What engines provisioned, as the API shows it.
final class ProvisionedResources {
    private ProvisionedResources() {}

    static ProvisionedResource toApi(Progress.Resource resource) {
        return ProvisionedResource.builder()
                .name(resource.name())
                .identifier(resource.identifier())
                .provisioningEngine(ProvisionedResourceEngine.valueOf(resource.engine()))
                .build();
    }
}

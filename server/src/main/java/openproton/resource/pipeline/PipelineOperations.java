package openproton.resource.pipeline;

import java.util.List;
import openproton.request.Operation;
import openproton.resource.service.Services;

/// The operations on service pipelines.
public record PipelineOperations(Services services) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new UpdateServicePipeline(services),
                new CancelServicePipelineDeployment(services),
                new ListServicePipelineOutputs(),
                new ListServicePipelineProvisionedResources());
    }
}

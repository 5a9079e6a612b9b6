package openproton.resource.pipeline;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.deployment.Results;
import openproton.resource.service.Services;

/// The operations on service pipelines.
public record PipelineOperations(Services services, Results results) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new UpdateServicePipeline(services),
                new CancelServicePipelineDeployment(services),
                new ListServicePipelineOutputs(results),
                new ListServicePipelineProvisionedResources(results));
    }
}

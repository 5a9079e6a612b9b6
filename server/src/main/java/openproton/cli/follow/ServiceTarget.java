package openproton.cli.follow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.GetServiceInput;
import openproton.api.GetServiceOutput;
import openproton.api.ListServiceInstanceOutputsInput;
import openproton.api.ListServiceInstanceOutputsOutput;
import openproton.api.ListServiceInstancesInput;
import openproton.api.ListServiceInstancesOutput;
import openproton.api.ListServicePipelineOutputsInput;
import openproton.api.ListServicePipelineOutputsOutput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.api.ServiceInstanceSummary;
import openproton.cli.wire.ServerClient;

/// A service with its instances and its pipeline, or with one of these parts only.
///
/// @param only the label of that part, such as `instance blue`
public record ServiceTarget(String name, Optional<String> only) implements DeploymentTarget {
    public ServiceTarget(String name) {
        this(name, Optional.empty());
    }

    @Override
    public TargetKind kind() {
        return TargetKind.SERVICE;
    }

    @Override
    public String title() {
        return only.map(part -> "%s of service '%s'".formatted(part, name)).orElseGet(DeploymentTarget.super::title);
    }

    /// Empty when the service does not exist.
    public Optional<Service> find(ServerClient client) {
        return client.find(ApiModel.GET_SERVICE, new GetServiceInput(name)).flatMap(GetServiceOutput::service);
    }

    @Override
    public Optional<String> arn(ServerClient client) {
        return find(client).map(Service::arn);
    }

    @Override
    public Optional<TargetStatus> status(ServerClient client) {
        return find(client).map(service -> {
            List<PartStatus> parts = Stream.concat(
                            instances(client).stream().map(ServiceTarget::status), pipeline(service).stream())
                    .filter(part -> only.map(part.label()::equals).orElse(true))
                    .toList();
            return only.isPresent() && !parts.isEmpty()
                    ? TargetStatus.of(parts.getFirst())
                    : new TargetStatus(service.status().value(), service.statusMessage(), parts);
        });
    }

    private static PartStatus status(ServiceInstanceSummary instance) {
        return new PartStatus(
                PartStatus.instance(instance.name()),
                instance.deploymentStatus().value(),
                instance.lastAttemptedDeploymentId(),
                instance.deploymentStatusMessage());
    }

    private static Optional<PartStatus> pipeline(Service service) {
        return service.pipeline()
                .map(pipeline -> new PartStatus(
                        PartStatus.PIPELINE,
                        pipeline.deploymentStatus().value(),
                        pipeline.lastAttemptedDeploymentId(),
                        pipeline.deploymentStatusMessage()));
    }

    /// All instances of the service.
    public List<ServiceInstanceSummary> instances(ServerClient client) {
        return client.all(
                ApiModel.LIST_SERVICE_INSTANCES,
                token -> ListServiceInstancesInput.builder()
                        .serviceName(name)
                        .nextToken(token)
                        .build(),
                ListServiceInstancesOutput::serviceInstances,
                ListServiceInstancesOutput::nextToken);
    }

    @Override
    public Map<String, List<Output>> outputs(ServerClient client) {
        var all = new LinkedHashMap<String, List<Output>>();
        instances(client)
                .forEach(instance ->
                        all.put(PartStatus.instance(instance.name()), instanceOutputs(client, instance.name())));
        if (find(client).flatMap(Service::pipeline).isPresent()) {
            all.put(PartStatus.PIPELINE, pipelineOutputs(client));
        }
        only.ifPresent(part -> all.keySet().retainAll(Set.of(part)));
        return all;
    }

    /// The outputs of one instance.
    public List<Output> instanceOutputs(ServerClient client, String instance) {
        return client.all(
                ApiModel.LIST_SERVICE_INSTANCE_OUTPUTS,
                token -> ListServiceInstanceOutputsInput.builder()
                        .serviceName(name)
                        .serviceInstanceName(instance)
                        .nextToken(token)
                        .build(),
                ListServiceInstanceOutputsOutput::outputs,
                ListServiceInstanceOutputsOutput::nextToken);
    }

    private List<Output> pipelineOutputs(ServerClient client) {
        return client.all(
                ApiModel.LIST_SERVICE_PIPELINE_OUTPUTS,
                token -> new ListServicePipelineOutputsInput(name, token, Optional.empty()),
                ListServicePipelineOutputsOutput::outputs,
                ListServicePipelineOutputsOutput::nextToken);
    }
}

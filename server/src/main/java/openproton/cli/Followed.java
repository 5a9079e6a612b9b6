package openproton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetServiceInput;
import openproton.api.GetServiceOutput;
import openproton.api.ListEnvironmentOutputsInput;
import openproton.api.ListEnvironmentOutputsOutput;
import openproton.api.ListServiceInstanceOutputsInput;
import openproton.api.ListServiceInstanceOutputsOutput;
import openproton.api.ListServiceInstancesInput;
import openproton.api.ListServiceInstancesOutput;
import openproton.api.ListServicePipelineOutputsInput;
import openproton.api.ListServicePipelineOutputsOutput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.api.ServiceInstanceSummary;

/// An environment, a service or a component whose deployments can be watched.
public sealed interface Followed permits Followed.OfEnvironment, Followed.OfService, FollowedComponent {
    String name();

    /// `environment`, `service` or `component`.
    String kind();

    /// Its ARN; empty when it is not there.
    Optional<String> arn(ApiClient client);

    /// How everything in it stands; empty when it is not there.
    Optional<Look> look(ApiClient client);

    /// The outputs of everything in it, by label.
    Map<String, List<Output>> outputs(ApiClient client);

    /// What messages call it.
    default String words() {
        return "%s '%s'".formatted(kind(), name());
    }

    /// The command that follows it.
    default String logsCommand() {
        return "openproton logs %s %s --follow".formatted(kind(), name());
    }

    /// How something and its parts stand at one moment.
    ///
    /// @param whole a status of the API
    record Look(String whole, Optional<String> message, List<Standing> parts) {

        /// What a part says that the whole does not say already.
        Optional<String> messageOf(Standing part) {
            return part.message()
                    .filter(why -> !message.equals(Optional.of(why)))
                    .map(why -> "%s: %s".formatted(part.label(), why));
        }

        boolean isBusy() {
            return Standing.isBusy(whole) || parts.stream().anyMatch(Standing::isBusy);
        }

        boolean isFailed() {
            return Standing.isFailed(whole) || parts.stream().anyMatch(Standing::isFailed);
        }

        Set<String> deployments() {
            return parts.stream().flatMap(part -> part.deploymentId().stream()).collect(Collectors.toSet());
        }
    }

    /// An environment, which is its only part.
    record OfEnvironment(String name) implements Followed {
        @Override
        public String kind() {
            return "environment";
        }

        @Override
        public Optional<String> arn(ApiClient client) {
            return client.find(ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput(name))
                    .map(found -> found.environment().arn());
        }

        @Override
        public Optional<Look> look(ApiClient client) {
            return client.find(ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput(name))
                    .map(found -> {
                        var environment = found.environment();
                        var standing = new Standing(
                                "environment " + name,
                                environment.deploymentStatus().value(),
                                environment.lastAttemptedDeploymentId(),
                                environment.deploymentStatusMessage());
                        return new Look(standing.status(), standing.message(), List.of(standing));
                    });
        }

        @Override
        public Map<String, List<Output>> outputs(ApiClient client) {
            return Map.of(
                    "environment " + name,
                    client.all(
                            ApiModel.LIST_ENVIRONMENT_OUTPUTS,
                            token -> ListEnvironmentOutputsInput.builder()
                                    .environmentName(name)
                                    .nextToken(token)
                                    .build(),
                            ListEnvironmentOutputsOutput::outputs,
                            ListEnvironmentOutputsOutput::nextToken));
        }
    }

    /// A service: its instances, and its pipeline if it has one; or only one of them.
    ///
    /// @param only the label of that one, such as `instance blue`
    record OfService(String name, Optional<String> only) implements Followed {
        OfService(String name) {
            this(name, Optional.empty());
        }

        @Override
        public String kind() {
            return "service";
        }

        @Override
        public String words() {
            return only.map(part -> "%s of service '%s'".formatted(part, name)).orElseGet(Followed.super::words);
        }

        @Override
        public Optional<String> arn(ApiClient client) {
            return find(client).map(Service::arn);
        }

        @Override
        public Optional<Look> look(ApiClient client) {
            return find(client).map(service -> {
                List<Standing> parts = Stream.concat(
                                instances(client).stream().map(OfService::standing), pipeline(service).stream())
                        .filter(part -> only.map(part.label()::equals).orElse(true))
                        .toList();
                return only.isPresent() && !parts.isEmpty()
                        ? new Look(parts.getFirst().status(), parts.getFirst().message(), parts)
                        : new Look(service.status().value(), service.statusMessage(), parts);
            });
        }

        Optional<Service> find(ApiClient client) {
            return client.find(ApiModel.GET_SERVICE, new GetServiceInput(name)).flatMap(GetServiceOutput::service);
        }

        List<ServiceInstanceSummary> instances(ApiClient client) {
            return client.all(
                    ApiModel.LIST_SERVICE_INSTANCES,
                    token -> ListServiceInstancesInput.builder()
                            .serviceName(name)
                            .nextToken(token)
                            .build(),
                    ListServiceInstancesOutput::serviceInstances,
                    ListServiceInstancesOutput::nextToken);
        }

        static Standing standing(ServiceInstanceSummary instance) {
            return new Standing(
                    "instance " + instance.name(),
                    instance.deploymentStatus().value(),
                    instance.lastAttemptedDeploymentId(),
                    instance.deploymentStatusMessage());
        }

        private static Optional<Standing> pipeline(Service service) {
            return service.pipeline()
                    .map(pipeline -> new Standing(
                            "pipeline",
                            pipeline.deploymentStatus().value(),
                            pipeline.lastAttemptedDeploymentId(),
                            pipeline.deploymentStatusMessage()));
        }

        @Override
        public Map<String, List<Output>> outputs(ApiClient client) {
            var all = new LinkedHashMap<String, List<Output>>();
            instances(client)
                    .forEach(instance ->
                            all.put("instance " + instance.name(), instanceOutputs(client, instance.name())));
            if (find(client).flatMap(Service::pipeline).isPresent()) {
                all.put("pipeline", pipelineOutputs(client));
            }
            only.ifPresent(part -> all.keySet().retainAll(Set.of(part)));
            return all;
        }

        List<Output> instanceOutputs(ApiClient client, String instance) {
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

        private List<Output> pipelineOutputs(ApiClient client) {
            return client.all(
                    ApiModel.LIST_SERVICE_PIPELINE_OUTPUTS,
                    token -> ListServicePipelineOutputsInput.builder()
                            .serviceName(name)
                            .nextToken(token)
                            .build(),
                    ListServicePipelineOutputsOutput::outputs,
                    ListServicePipelineOutputsOutput::nextToken);
        }
    }
}

package openproton.cli.command.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.ComponentSummary;
import openproton.api.ListComponentsInput;
import openproton.api.ListComponentsOutput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.base.Arn;
import openproton.cli.follow.ComponentTarget;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.ServerException;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.DeployedFacts;

/// The outputs of deployed environments, instances and components, read from a server.
///
/// @param service the service of the instances
record LiveOutputs(ServerClient client, String service) implements DeployedFacts {

    @Override
    public EnvironmentFacts environment(String name) {
        var environment = new EnvironmentTarget(name);
        String account =
                environment.arn(client).flatMap(Arn::parse).map(Arn::account).orElseThrow(environment::missing);
        return new EnvironmentFacts(name, account, only(environment.outputs(client)));
    }

    @Override
    public ServiceFacts service(String name) {
        return new ServiceTarget(name)
                .find(client)
                .map(LiveOutputs::facts)
                .orElseGet(() -> ServiceFacts.withoutRepository(name));
    }

    private static ServiceFacts facts(Service service) {
        return new ServiceFacts(
                service.name(),
                service.branchName().orElse(""),
                service.repositoryId().orElse(""),
                service.repositoryConnectionArn().orElse(""));
    }

    @Override
    public Map<String, String> instance(String name) {
        try {
            return texts(new ServiceTarget(service).instanceOutputs(client, name));
        } catch (ServerException failure) {
            if (failure.isNotFound()) {
                return Map.of();
            }
            throw failure;
        }
    }

    @Override
    public Optional<ComponentFacts> component(String instance) {
        return components(instance).stream()
                .filter(component -> component.lastSucceededDeploymentId().isPresent())
                .findFirst()
                .map(component -> new ComponentFacts(
                        component.name(), only(new ComponentTarget(component.name()).outputs(client))));
    }

    private List<ComponentSummary> components(String instance) {
        return client.all(
                ApiModel.LIST_COMPONENTS,
                token -> ListComponentsInput.builder()
                        .serviceName(service)
                        .serviceInstanceName(instance)
                        .nextToken(token)
                        .build(),
                ListComponentsOutput::components,
                ListComponentsOutput::nextToken);
    }

    /// The outputs of a target that is its only part.
    private static Map<String, String> only(Map<String, List<Output>> outputs) {
        return texts(outputs.values().iterator().next());
    }

    private static Map<String, String> texts(List<Output> outputs) {
        var texts = new LinkedHashMap<String, String>();
        outputs.forEach(output -> output.key()
                .ifPresent(key -> texts.put(key, output.valueString().orElse(""))));
        return texts;
    }
}

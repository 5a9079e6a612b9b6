package openproton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.ListComponentsInput;
import openproton.api.ListComponentsOutput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.base.Arn;
import openproton.render.namespace.ComponentFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.ServiceFacts;
import openproton.render.preview.DeployedFacts;

/// What a server has deployed, read through its API.
///
/// @param service the service that instances belong to
record LiveOutputs(ApiClient client, String service) implements DeployedFacts {

    @Override
    public EnvironmentFacts environment(String name) {
        var environment = new Followed.OfEnvironment(name);
        String account = environment
                .arn(client)
                .flatMap(Arn::parse)
                .map(Arn::account)
                .orElseThrow(
                        () -> new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(environment.words())));
        return new EnvironmentFacts(name, account, texts(environment.outputs(client), "environment " + name));
    }

    @Override
    public ServiceFacts service(String name) {
        return new Followed.OfService(name)
                .find(client)
                .map(LiveOutputs::facts)
                .orElseGet(() -> ServiceFacts.withoutRepository(name));
    }

    @Override
    public Map<String, String> instance(String name) {
        try {
            var outputs = new Followed.OfService(service).instanceOutputs(client, name);
            return texts(Map.of(name, outputs), name);
        } catch (ApiFailure failure) {
            if (failure.isNotFound()) {
                return Map.of();
            }
            throw failure;
        }
    }

    @Override
    public Optional<ComponentFacts> component(String instance) {
        return client
                .all(
                        ApiModel.LIST_COMPONENTS,
                        token -> ListComponentsInput.builder()
                                .serviceName(service)
                                .serviceInstanceName(instance)
                                .nextToken(token)
                                .build(),
                        ListComponentsOutput::components,
                        ListComponentsOutput::nextToken)
                .stream()
                .filter(component -> component.lastSucceededDeploymentId().isPresent())
                .findFirst()
                .map(component -> new ComponentFacts(
                        component.name(),
                        texts(
                                new FollowedComponent(component.name()).outputs(client),
                                "component " + component.name())));
    }

    private static ServiceFacts facts(Service service) {
        return new ServiceFacts(
                service.name(),
                service.branchName().orElse(""),
                service.repositoryId().orElse(""),
                service.repositoryConnectionArn().orElse(""));
    }

    private static Map<String, String> texts(Map<String, List<Output>> outputs, String label) {
        var texts = new LinkedHashMap<String, String>();
        outputs.getOrDefault(label, List.of())
                .forEach(output -> output.key()
                        .ifPresent(key -> texts.put(key, output.valueString().orElse(""))));
        return texts;
    }
}

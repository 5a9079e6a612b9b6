package openproton.cli.command.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Component;
import openproton.api.Environment;
import openproton.api.GetServiceInstanceInput;
import openproton.api.Service;
import openproton.api.ServiceInstance;
import openproton.api.ServicePipeline;
import openproton.cli.follow.ComponentTarget;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.VersionInUse;

/// A part of a target that has its own deployments, and so a plan of its own.
///
/// @param label such as `environment staging`, `instance blue` or `pipeline`
/// @param version the template version in use; empty for components
/// @param spec the deployed spec
/// @param lastGood the id of the last successful deployment, if there was one
record DeployedPart(
        String label, String arn, Optional<VersionInUse> version, Optional<String> spec, Optional<String> lastGood) {

    /// The parts of a target.
    ///
    /// @throws CommandFailure when the target does not exist
    static List<DeployedPart> of(ServerClient client, DeploymentTarget target) {
        var parts = switch (target) {
            case EnvironmentTarget environment ->
                environment.find(client).stream().map(DeployedPart::environment).toList();
            case ServiceTarget service ->
                service.find(client).map(found -> parts(client, service, found)).orElse(List.of());
            case ComponentTarget component ->
                component.find(client).stream().map(DeployedPart::component).toList();
        };
        if (parts.isEmpty()) {
            throw target.missing();
        }
        return parts;
    }

    private static List<DeployedPart> parts(ServerClient client, ServiceTarget target, Service service) {
        var parts = new ArrayList<DeployedPart>();
        target.instances(client).stream()
                .map(listed -> client.call(
                                ApiModel.GET_SERVICE_INSTANCE,
                                new GetServiceInstanceInput(listed.name(), target.name()))
                        .serviceInstance())
                .forEach(instance -> parts.add(instance(instance)));
        service.pipeline().ifPresent(pipeline -> parts.add(pipeline(pipeline, service)));
        return parts;
    }

    private static DeployedPart environment(Environment environment) {
        return new DeployedPart(
                "environment " + environment.name(),
                environment.arn(),
                Optional.of(new VersionInUse(
                        environment.templateName(),
                        environment.templateMajorVersion(),
                        environment.templateMinorVersion())),
                environment.spec(),
                environment.lastSucceededDeploymentId());
    }

    private static DeployedPart instance(ServiceInstance instance) {
        return new DeployedPart(
                PartStatus.instance(instance.name()),
                instance.arn(),
                Optional.of(new VersionInUse(
                        instance.templateName(), instance.templateMajorVersion(), instance.templateMinorVersion())),
                instance.spec(),
                instance.lastSucceededDeploymentId());
    }

    private static DeployedPart pipeline(ServicePipeline pipeline, Service service) {
        return new DeployedPart(
                PartStatus.PIPELINE,
                pipeline.arn(),
                Optional.of(new VersionInUse(
                        pipeline.templateName(), pipeline.templateMajorVersion(), pipeline.templateMinorVersion())),
                pipeline.spec().or(() -> Optional.of(service.spec())),
                pipeline.lastSucceededDeploymentId());
    }

    private static DeployedPart component(Component component) {
        return new DeployedPart(
                "component " + component.name(),
                component.arn(),
                Optional.empty(),
                component.serviceSpec(),
                component.lastSucceededDeploymentId());
    }
}

package openproton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Environment;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetServiceInstanceInput;
import openproton.api.Service;
import openproton.api.ServiceInstance;
import openproton.api.ServicePipeline;

/// Something that was deployed and can be deployed anew.
///
/// @param label such as `environment staging`, `instance blue` or `pipeline`
/// @param version its template version; empty for components
/// @param spec what it was deployed with
/// @param lastGood its last deployment that succeeded, if one did
record Deployed(String label, String arn, Optional<Version> version, Optional<String> spec, Optional<String> lastGood) {

    /// The template version that something is made of.
    record Version(String template, String major, String minor) {
        @Override
        public String toString() {
            return "%s:%s.%s".formatted(template, major, minor);
        }
    }

    /// What can be deployed of an environment, a service or a component.
    ///
    /// @param only the label of the one part of a service that is wanted
    /// @throws CommandFailure when it is not there
    static List<Deployed> of(ApiClient client, Followed followed, Optional<String> only) {
        var all = switch (followed) {
            case Followed.OfEnvironment(String name) ->
                client.find(ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput(name)).stream()
                        .map(found -> environment(found.environment()))
                        .toList();
            case Followed.OfService service -> parts(client, service);
            case FollowedComponent component ->
                component.find(client).stream()
                        .map(found -> new Deployed(
                                "component " + found.name(),
                                found.arn(),
                                Optional.empty(),
                                found.serviceSpec(),
                                found.lastSucceededDeploymentId()))
                        .toList();
        };
        if (all.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(followed.words()));
        }
        var wanted = all.stream()
                .filter(part -> only.map(part.label()::equals).orElse(true))
                .toList();
        if (wanted.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s has no %s; it has %s"
                            .formatted(
                                    followed.words(),
                                    only.orElse("part"),
                                    String.join(
                                            ", ",
                                            all.stream().map(Deployed::label).toList())));
        }
        return wanted;
    }

    private static List<Deployed> parts(ApiClient client, Followed.OfService followed) {
        Optional<Service> service = followed.find(client);
        var parts = new ArrayList<Deployed>();
        if (service.isPresent()) {
            followed.instances(client).stream()
                    .map(listed -> client.call(
                                    ApiModel.GET_SERVICE_INSTANCE,
                                    new GetServiceInstanceInput(listed.name(), followed.name()))
                            .serviceInstance())
                    .forEach(instance -> parts.add(instance(instance)));
            service.get().pipeline().ifPresent(pipeline -> parts.add(pipeline(pipeline, service.get())));
        }
        return parts;
    }

    private static Deployed environment(Environment environment) {
        return new Deployed(
                "environment " + environment.name(),
                environment.arn(),
                Optional.of(new Version(
                        environment.templateName(),
                        environment.templateMajorVersion(),
                        environment.templateMinorVersion())),
                environment.spec(),
                environment.lastSucceededDeploymentId());
    }

    private static Deployed instance(ServiceInstance instance) {
        return new Deployed(
                "instance " + instance.name(),
                instance.arn(),
                Optional.of(new Version(
                        instance.templateName(), instance.templateMajorVersion(), instance.templateMinorVersion())),
                instance.spec(),
                instance.lastSucceededDeploymentId());
    }

    private static Deployed pipeline(ServicePipeline pipeline, Service service) {
        return new Deployed(
                "pipeline",
                pipeline.arn(),
                Optional.of(new Version(
                        pipeline.templateName(), pipeline.templateMajorVersion(), pipeline.templateMinorVersion())),
                pipeline.spec().or(() -> Optional.of(service.spec())),
                pipeline.lastSucceededDeploymentId());
    }
}

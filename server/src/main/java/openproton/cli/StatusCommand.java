package openproton.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.ComponentSummary;
import openproton.api.EnvironmentSummary;
import openproton.api.ListComponentsInput;
import openproton.api.ListComponentsOutput;
import openproton.api.ListEnvironmentsInput;
import openproton.api.ListEnvironmentsOutput;
import openproton.api.ListServiceInstancesInput;
import openproton.api.ListServiceInstancesOutput;
import openproton.api.ListServicesInput;
import openproton.api.ListServicesOutput;
import openproton.api.ServiceInstanceSummary;
import openproton.api.ServiceSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows how everything stands, or one environment, service or component in detail.
@Command(
        name = "status",
        description = "Show how all environments, services and components stand, or one of them with its outputs.",
        footer = {
            "",
            "Examples:",
            "  openproton status",
            "  openproton status service shop",
            "",
            "Exit status: 1 when the last deployment of what was named failed, or it is not there"
        })
final class StatusCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "environment, service or component")
    private Optional<ThingChoice> kind = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    private Optional<String> name = Optional.empty();

    StatusCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var client = server.client(outside);
        if (kind.isEmpty()) {
            return all(client);
        }
        String named = name.orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "which one? Expected KIND NAME"));
        return one(client, kind.get().named(named));
    }

    private int one(ApiClient client, Followed followed) {
        var look = followed.look(client)
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(followed.words())));
        var table = new Table(outside.terminal(), "WHAT", "STATUS", "LAST DEPLOYMENT");
        if (followed.kind().equals("service")) {
            table.row("service " + followed.name(), look.whole(), "");
        }
        look.parts()
                .forEach(part -> table.row(
                        part.label(), part.status(), part.deploymentId().orElse("")));
        table.print();
        look.message().ifPresent(outside.terminal()::say);
        look.parts().forEach(part -> look.messageOf(part).ifPresent(outside.terminal()::say));
        outside.terminal().say("");
        new Follower(client, outside, "The deployment").showOutputs(followed);
        return look.isFailed() ? ExitCode.FAILED.status() : ExitCode.OK.status();
    }

    private int all(ApiClient client) {
        var table = new Table(outside.terminal(), "KIND", "NAME", "TEMPLATE", "STATUS", "IN");
        List<EnvironmentSummary> environments = environments(client);
        List<ServiceSummary> services = services(client);
        if (environments.isEmpty() && services.isEmpty()) {
            outside.terminal().note("There are no environments and no services yet.");
            return ExitCode.OK.status();
        }
        environments.forEach(environment -> row(table, environment));
        List<ServiceInstanceSummary> instances = instances(client);
        services.forEach(service -> rows(table, service, instances));
        components(client).forEach(component -> row(table, component));
        table.print();
        return ExitCode.OK.status();
    }

    private static void row(Table table, EnvironmentSummary environment) {
        String version = version(
                environment.templateName(), environment.templateMajorVersion(), environment.templateMinorVersion());
        table.row(
                "environment",
                environment.name(),
                version,
                environment.deploymentStatus().value(),
                "");
    }

    private static void rows(Table table, ServiceSummary service, List<ServiceInstanceSummary> instances) {
        table.row(
                "service",
                service.name(),
                service.templateName(),
                service.status().value(),
                "");
        instances.stream()
                .filter(instance -> instance.serviceName().equals(service.name()))
                .forEach(instance -> table.row(
                        "  instance",
                        instance.name(),
                        version(
                                instance.templateName(),
                                instance.templateMajorVersion(),
                                instance.templateMinorVersion()),
                        instance.deploymentStatus().value(),
                        instance.environmentName()));
    }

    /// A component has no template; what it is attached to stands in that column.
    private static void row(Table table, ComponentSummary component) {
        String attached = component
                .serviceInstanceName()
                .map(instance -> "%s/%s".formatted(component.serviceName().orElse(""), instance))
                .orElse("(detached)");
        table.row(
                "component",
                component.name(),
                attached,
                component.deploymentStatus().value(),
                component.environmentName());
    }

    private static String version(String template, String major, String minor) {
        return "%s:%s.%s".formatted(template, major, minor);
    }

    private static List<EnvironmentSummary> environments(ApiClient client) {
        return client.all(
                ApiModel.LIST_ENVIRONMENTS,
                token -> ListEnvironmentsInput.builder().nextToken(token).build(),
                ListEnvironmentsOutput::environments,
                ListEnvironmentsOutput::nextToken);
    }

    private static List<ServiceSummary> services(ApiClient client) {
        return client.all(
                ApiModel.LIST_SERVICES,
                token -> ListServicesInput.builder().nextToken(token).build(),
                ListServicesOutput::services,
                ListServicesOutput::nextToken);
    }

    private static List<ComponentSummary> components(ApiClient client) {
        return client.all(
                ApiModel.LIST_COMPONENTS,
                token -> ListComponentsInput.builder().nextToken(token).build(),
                ListComponentsOutput::components,
                ListComponentsOutput::nextToken);
    }

    private static List<ServiceInstanceSummary> instances(ApiClient client) {
        return client.all(
                ApiModel.LIST_SERVICE_INSTANCES,
                token -> ListServiceInstancesInput.builder().nextToken(token).build(),
                ListServiceInstancesOutput::serviceInstances,
                ListServiceInstancesOutput::nextToken);
    }
}

package openproton.cli.command;

import java.util.List;
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
import openproton.cli.terminal.Table;
import openproton.cli.terminal.Terminal;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.VersionInUse;

/// The table of everything that is deployed.
record StatusOverview(ServerClient client, Terminal terminal) {

    /// Shows all environments, services with their instances, and components.
    void show() {
        var table = new Table(terminal, "KIND", "NAME", "TEMPLATE", "STATUS", "ENVIRONMENT");
        List<EnvironmentSummary> environments = environments();
        List<ServiceSummary> services = services();
        if (environments.isEmpty() && services.isEmpty()) {
            terminal.note("There are no environments and no services yet.");
            return;
        }
        environments.forEach(environment -> row(table, environment));
        List<ServiceInstanceSummary> instances = instances();
        services.forEach(service -> rows(table, service, instances));
        components().forEach(component -> row(table, component));
        table.print();
    }

    private static void row(Table table, EnvironmentSummary environment) {
        var version = new VersionInUse(
                environment.templateName(), environment.templateMajorVersion(), environment.templateMinorVersion());
        table.row(
                "environment",
                environment.name(),
                version.toString(),
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
                        new VersionInUse(
                                        instance.templateName(),
                                        instance.templateMajorVersion(),
                                        instance.templateMinorVersion())
                                .toString(),
                        instance.deploymentStatus().value(),
                        instance.environmentName()));
    }

    /// A component has no template; this column shows the instance that the component is attached to.
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

    private List<EnvironmentSummary> environments() {
        return client.all(
                ApiModel.LIST_ENVIRONMENTS,
                token -> ListEnvironmentsInput.builder().nextToken(token).build(),
                ListEnvironmentsOutput::environments,
                ListEnvironmentsOutput::nextToken);
    }

    private List<ServiceSummary> services() {
        return client.all(
                ApiModel.LIST_SERVICES,
                token -> ListServicesInput.builder().nextToken(token).build(),
                ListServicesOutput::services,
                ListServicesOutput::nextToken);
    }

    private List<ComponentSummary> components() {
        return client.all(
                ApiModel.LIST_COMPONENTS,
                token -> ListComponentsInput.builder().nextToken(token).build(),
                ListComponentsOutput::components,
                ListComponentsOutput::nextToken);
    }

    private List<ServiceInstanceSummary> instances() {
        return client.all(
                ApiModel.LIST_SERVICE_INSTANCES,
                token -> ListServiceInstancesInput.builder().nextToken(token).build(),
                ListServiceInstancesOutput::serviceInstances,
                ListServiceInstancesOutput::nextToken);
    }
}

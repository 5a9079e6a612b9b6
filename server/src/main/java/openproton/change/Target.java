package openproton.change;

import java.util.Optional;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.TemplateType;
import openproton.request.Scope;
import openproton.store.Row;

/// The name of something that can be deployed.
///
/// @param scope the account and Region it lives in
/// @param type which of the four kinds it is
/// @param environment the environment it is, or is deployed to; of a pipeline that of the first instance
/// @param service the service it belongs to; empty for environments and components
/// @param name its own name; of a pipeline always `pipeline`
public record Target(Scope scope, DeploymentTargetResourceType type, String environment, String service, String name) {

    /// An environment.
    public static Target environment(Scope scope, String name) {
        return new Target(scope, DeploymentTargetResourceType.ENVIRONMENT, name, "", name);
    }

    /// An instance of a service.
    public static Target instance(Scope scope, String environment, String service, String name) {
        return new Target(scope, DeploymentTargetResourceType.SERVICE_INSTANCE, environment, service, name);
    }

    /// The pipeline of a service.
    public static Target pipeline(Scope scope, String environment, String service) {
        return new Target(scope, DeploymentTargetResourceType.SERVICE_PIPELINE, environment, service, "pipeline");
    }

    /// A component, whether it is attached or not.
    public static Target component(Scope scope, String environment, String name) {
        return new Target(scope, DeploymentTargetResourceType.COMPONENT, environment, "", name);
    }

    static Target of(Row row, String typeColumn, String nameColumn) {
        return new Target(
                new Scope(row.text("account"), row.text("region")),
                DeploymentTargetResourceType.valueOf(row.text(typeColumn)),
                row.text("environment_name"),
                row.text("service_name"),
                row.text(nameColumn));
    }

    /// The ARN of the resource.
    public String arn() {
        String resource = switch (type) {
            case ENVIRONMENT -> "environment/" + name;
            case SERVICE_INSTANCE -> "service/" + service + "/service-instance/" + name;
            case SERVICE_PIPELINE -> "service/" + service + "/pipeline";
            case COMPONENT -> "component/" + name;
        };
        return scope.arn(resource);
    }

    /// The ARN of the environment it is deployed to.
    public String environmentArn() {
        return scope.arn("environment/" + environment);
    }

    /// The kind of template it is made from.
    public TemplateType templateType() {
        return type == DeploymentTargetResourceType.ENVIRONMENT ? TemplateType.ENVIRONMENT : TemplateType.SERVICE;
    }

    /// The service's name, absent for environments.
    public Optional<String> serviceName() {
        return service.isEmpty() ? Optional.empty() : Optional.of(service);
    }

    /// How a person would call it in a sentence.
    public String words() {
        return switch (type) {
            case ENVIRONMENT -> "environment '%s'".formatted(name);
            case SERVICE_INSTANCE -> "instance '%s' of service '%s'".formatted(name, service);
            case SERVICE_PIPELINE -> "the pipeline of service '%s'".formatted(service);
            case COMPONENT -> "component '%s'".formatted(name);
        };
    }
}

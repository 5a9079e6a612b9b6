package openproton.resource.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.change.Target;
import openproton.request.Scope;
import openproton.store.Transaction;

/// The names by which a request narrows deployments down.
///
/// @param instance needs a service name beside it
record TargetNames(
        Optional<String> environment, Optional<String> service, Optional<String> instance, Optional<String> component) {

    /// Everything that is or was deployed, under the names that resources have.
    private static final String KNOWN = """
        SELECT arn
          FROM (SELECT arn, account, region, type, environment_name, service_name, name FROM deployable
                UNION ALL
                SELECT target_arn, account, region, target_type, environment_name, service_name, target_name
                  FROM deployment) known
         WHERE account = ? AND region = ? AND \
        """;

    TargetNames {
        if (instance.isPresent() && service.isEmpty()) {
            throw new ValidationException(
                    "serviceInstanceName '%s' needs serviceName beside it".formatted(instance.get()));
        }
    }

    /// Whether a target has all these names.
    boolean match(Target target) {
        return environment.map(name -> name.equals(target.environment())).orElse(true)
                && service.map(name -> name.equals(target.service())).orElse(true)
                && instance.map(name -> is(target, DeploymentTargetResourceType.SERVICE_INSTANCE, name))
                        .orElse(true)
                && component
                        .map(name -> is(target, DeploymentTargetResourceType.COMPONENT, name))
                        .orElse(true);
    }

    /// The condition on the table of deployments, and its parameters added to a list.
    String condition(List<Object> parameters) {
        var conditions = new ArrayList<String>();
        environment.ifPresent(name -> add(conditions, " AND environment_name = ?", parameters, name));
        service.ifPresent(name -> add(conditions, " AND service_name = ?", parameters, name));
        instance.ifPresent(
                name -> add(conditions, " AND target_type = 'SERVICE_INSTANCE' AND target_name = ?", parameters, name));
        component.ifPresent(
                name -> add(conditions, " AND target_type = 'COMPONENT' AND target_name = ?", parameters, name));
        return String.join("", conditions);
    }

    /// @throws ResourceNotFoundException when neither a resource nor a record has one of these names
    void requireKnown(Transaction tx, Scope scope) {
        environment.ifPresent(name -> require(tx, scope, "environment '" + name + "'", "environment_name = ?", name));
        service.ifPresent(name -> require(tx, scope, "service '" + name + "'", "service_name = ?", name));
        instance.ifPresent(name -> require(
                tx,
                scope,
                "instance '%s' of service '%s'".formatted(name, service.orElseThrow()),
                "type = 'SERVICE_INSTANCE' AND service_name = ? AND name = ?",
                service.orElseThrow(),
                name));
        component.ifPresent(
                name -> require(tx, scope, "component '" + name + "'", "type = 'COMPONENT' AND name = ?", name));
    }

    private static void require(Transaction tx, Scope scope, String words, String condition, String... names) {
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        parameters.addAll(List.of(names));
        if (tx.find(KNOWN + condition, row -> row.text("arn"), parameters.toArray())
                .isEmpty()) {
            throw new ResourceNotFoundException(words + " does not exist and has left no deployments");
        }
    }

    private static boolean is(Target target, DeploymentTargetResourceType type, String name) {
        return target.type() == type && target.name().equals(name);
    }

    private static void add(List<String> conditions, String condition, List<Object> parameters, String name) {
        conditions.add(condition);
        parameters.add(name);
    }
}

package openproton.resource.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.resource.request.Scope;
import openproton.store.Transaction;

/// The names by which a request narrows deployments down.
///
/// @param instance needs a service name beside it
record TargetNames(
        Optional<String> environment, Optional<String> service, Optional<String> instance, Optional<String> component) {

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

    /// @throws ResourceNotFoundException when neither a resource nor a record has these names
    void requireKnown(Transaction tx, Scope scope) {
        var parameters = new ArrayList<Object>(List.of(scope.account(), scope.region()));
        String condition = condition(parameters);
        if (condition.isEmpty()) {
            return;
        }
        String sql = "SELECT * FROM deployment WHERE account = ? AND region = ?" + condition + " LIMIT 1";
        if (new DeploymentTable(tx).list(sql, parameters.toArray()).isEmpty()) {
            throw new ResourceNotFoundException("there is no deployment of %s".formatted(words()));
        }
    }

    private String words() {
        var words = new ArrayList<String>();
        environment.ifPresent(name -> words.add("environment '" + name + "'"));
        service.ifPresent(name -> words.add("service '" + name + "'"));
        instance.ifPresent(name -> words.add("instance '" + name + "'"));
        component.ifPresent(name -> words.add("component '" + name + "'"));
        return String.join(", ", words);
    }

    private static boolean is(Target target, DeploymentTargetResourceType type, String name) {
        return target.type() == type && target.name().equals(name);
    }

    private static void add(List<String> conditions, String condition, List<Object> parameters, String name) {
        conditions.add(condition);
        parameters.add(name);
    }
}

package openproton.resource.deployment;

import java.util.Map;
import java.util.stream.Collectors;
import openproton.api.ValidationException;
import openproton.provision.Engine;
import openproton.resource.template.Method;

/// Which engine provisions what.
///
/// @param byMethod the engines of this server
public record Engines(Map<Method, Engine> byMethod) {

    public Engines {
        byMethod = Map.copyOf(byMethod);
    }

    Engine of(Method method) {
        Engine engine = byMethod.get(method);
        if (engine == null) {
            throw new IllegalStateException("there is no engine for " + method);
        }
        return engine;
    }

    /// @throws ValidationException when this server cannot provision in that way
    public void require(Method method, String what) {
        if (!byMethod.containsKey(method)) {
            throw new ValidationException("%s is provisioned by %s, which this server does not run; it runs %s"
                    .formatted(
                            what,
                            method,
                            byMethod.keySet().stream()
                                    .map(Method::name)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }
}

package openproton.render.namespace;

import java.util.Map;

/// A service instance, as the pipeline of its service sees it.
///
/// @param instance its name and effective inputs
/// @param outputs what its last successful deployment gave
/// @param environment where it runs
public record DeployedInstanceFacts(InstanceFacts instance, Map<String, String> outputs, EnvironmentFacts environment) {

    Map<String, Object> toMap() {
        return Namespace.ordered(
                "name", instance.name(),
                "inputs", instance.inputs(),
                "outputs", outputs,
                "environment", environment.toMap());
    }
}

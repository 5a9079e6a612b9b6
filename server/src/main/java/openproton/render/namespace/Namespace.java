package openproton.render.namespace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values that a template can read: the object for Terraform, builds and Jinja
/// (docs/behaviour/rendering.md#values).
///
/// @param values plain data in the order it is written; inputs that are not given are absent
public record Namespace(Map<String, Object> values) {

    public Namespace {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The values for an environment.
    public static Namespace environment(String name, Map<String, Object> inputs) {
        return new Namespace(ordered("environment", ordered("name", name, "inputs", inputs)));
    }

    /// The values for a service instance.
    ///
    /// @param attached the component that is attached to the instance, if any
    public static Namespace serviceInstance(
            InstanceFacts instance,
            ServiceFacts service,
            EnvironmentFacts environment,
            Optional<ComponentFacts> attached) {
        Map<String, Object> components =
                attached.map(component -> ordered("default", component.toMap())).orElse(Map.of());
        return new Namespace(ordered(
                "service_instance",
                ordered("name", instance.name(), "inputs", instance.inputs(), "components", components),
                "service",
                service.toMap(),
                "environment",
                environment.toMap()));
    }

    /// The values for a pipeline.
    ///
    /// @param instances in the order of the spec
    public static Namespace pipeline(
            Map<String, Object> inputs, ServiceFacts service, List<DeployedInstanceFacts> instances) {
        return new Namespace(ordered(
                "pipeline",
                ordered("inputs", inputs),
                "service",
                service.toMap(),
                "service_instances",
                instances.stream().map(DeployedInstanceFacts::toMap).toList()));
    }

    /// The values for a detached component.
    public static Namespace component(String name, EnvironmentFacts environment) {
        return new Namespace(ordered("component", ordered("name", name), "environment", environment.toMap()));
    }

    /// The values for an attached component.
    public static Namespace component(
            String name, EnvironmentFacts environment, String serviceName, InstanceFacts instance) {
        return new Namespace(ordered(
                "component",
                ordered("name", name),
                "environment",
                environment.toMap(),
                "service",
                ordered("name", serviceName),
                "service_instance",
                ordered("name", instance.name(), "inputs", instance.inputs())));
    }

    /// The values for Jinja, which has two more names than the other languages.
    ///
    /// They are `service_instance.environment`, from the preview, and `components.default` without a component.
    public Map<String, Object> jinjaValues() {
        if (!(values.get("service_instance") instanceof Map<?, ?> instance) || !values.containsKey("environment")) {
            return values;
        }
        var known = copy(instance);
        known.put("environment", values.get("environment"));
        if (known.get("components") instanceof Map<?, ?> components && components.isEmpty()) {
            known.put("components", ordered("default", ordered("outputs", Map.of())));
        }
        var all = new LinkedHashMap<>(values);
        all.put("service_instance", Collections.unmodifiableMap(known));
        return Collections.unmodifiableMap(all);
    }

    private static LinkedHashMap<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }

    /// A map that keeps the order of its members.
    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            map.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}

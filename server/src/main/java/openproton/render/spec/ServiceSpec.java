package openproton.render.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.render.data.Yaml;

/// The spec of a service.
///
/// @param instances in the order of the text; their names differ
/// @param pipeline the pipeline's inputs; empty when the spec has no such section
public record ServiceSpec(List<InstanceSpec> instances, Optional<Map<String, Object>> pipeline) {

    public ServiceSpec {
        instances = List.copyOf(instances);
        pipeline = pipeline.map(inputs -> Collections.unmodifiableMap(new LinkedHashMap<>(inputs)));
    }

    /// Reads the text of a ServiceSpec; one without instances has the right form, too.
    ///
    /// @throws SpecException when it is not one
    public static ServiceSpec parse(String text) {
        var reader = new SpecReader("Service", text);
        var root = reader.root(Set.of("proton", "pipeline", "instances"));
        var instances = new ArrayList<InstanceSpec>();
        for (Object entry : reader.list(root, "instances")) {
            instances.add(instance(reader, entry, instances.size()));
        }
        checkNamesDiffer(reader, instances);
        Optional<Map<String, Object>> pipeline =
                root.containsKey("pipeline") ? Optional.of(reader.map(root, "pipeline", "pipeline")) : Optional.empty();
        return new ServiceSpec(instances, pipeline);
    }

    /// The instance of a name, if the spec has it.
    public Optional<InstanceSpec> instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst();
    }

    /// Whether any value is `${Proton::CURRENT_VAL}`, which a new service cannot have.
    public boolean usesCurrentValues() {
        return CurrentValues.isUsedIn(pipeline.orElse(Map.of()))
                || instances.stream().anyMatch(instance -> CurrentValues.isUsedIn(instance.inputs()));
    }

    /// This spec with the stored values where it says `${Proton::CURRENT_VAL}`; without a stored value, nothing.
    ///
    /// Instances are found in the stored spec by name.
    public ServiceSpec withCurrentValues(ServiceSpec stored) {
        return new ServiceSpec(
                instances.stream()
                        .map(instance -> instance.withCurrentValues(stored.instance(instance.name())
                                .map(InstanceSpec::inputs)
                                .orElse(Map.of())))
                        .toList(),
                pipeline.map(inputs -> CurrentValues.substituted(inputs, stored.pipeline.orElse(Map.of()))));
    }

    /// This spec with an instance in the place of the one of that name, or behind all others.
    public ServiceSpec withInstance(InstanceSpec changed) {
        var all = new ArrayList<>(instances);
        all.replaceAll(instance -> instance.name().equals(changed.name()) ? changed : instance);
        if (instance(changed.name()).isEmpty()) {
            all.add(changed);
        }
        return new ServiceSpec(all, pipeline);
    }

    /// This spec with other pipeline inputs.
    public ServiceSpec withPipeline(Map<String, Object> inputs) {
        return new ServiceSpec(instances, Optional.of(inputs));
    }

    /// This spec without the instances of these names.
    public ServiceSpec without(Set<String> names) {
        return new ServiceSpec(
                instances.stream()
                        .filter(instance -> !names.contains(instance.name()))
                        .toList(),
                pipeline);
    }

    /// The spec as YAML.
    public String toYaml() {
        var root = new LinkedHashMap<String, Object>();
        root.put("proton", "ServiceSpec");
        pipeline.ifPresent(inputs -> root.put("pipeline", inputs));
        root.put("instances", instances.stream().map(InstanceSpec::toMap).toList());
        return Yaml.write(root);
    }

    /// `spec` may be missing: public specs leave it out where all inputs have defaults.
    private static InstanceSpec instance(SpecReader reader, Object entry, int index) {
        var fields = reader.map(
                entry, "an instance must be a map with 'name', 'environment' and 'spec'", "instances", index);
        return new InstanceSpec(
                reader.name(fields, "name", "instances", index, "name"),
                reader.name(fields, "environment", "instances", index, "environment"),
                fields.containsKey("spec") ? reader.map(fields, "spec", "instances", index, "spec") : Map.of());
    }

    private static void checkNamesDiffer(SpecReader reader, List<InstanceSpec> instances) {
        var seen = new HashSet<String>();
        for (int index = 0; index < instances.size(); index++) {
            if (!seen.add(instances.get(index).name())) {
                throw reader.refusalAt(
                        "instance '%s' is there twice"
                                .formatted(instances.get(index).name()),
                        "instances",
                        index,
                        "name");
            }
        }
    }
}

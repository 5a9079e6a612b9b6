package openproton.provision.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.base.Json;
import openproton.provision.Plan;
import openproton.provision.Progress;
import org.jspecify.annotations.Nullable;

/// Reads the JSON that Terraform writes about outputs, states and plans.
final class TerraformJson {
    private static final int NAME_LENGTH_MAX = 200;

    private TerraformJson() {}

    /// The outputs, including sensitive ones. Values that are not strings become their JSON text.
    static Map<String, String> outputs(String json) {
        var outputs = new LinkedHashMap<String, String>();
        object(Json.read(json)).forEach((name, output) -> {
            Object value = object(output).get("value");
            outputs.put(name, value instanceof String text ? text : Json.write(value));
        });
        return outputs;
    }

    /// The resources of a state without data sources. Also reads the result of [#namesOnly].
    static List<Progress.Resource> resources(String json) {
        var resources = new ArrayList<Progress.Resource>();
        collect(object(object(Json.read(json)).get("values")).get("root_module"), resources);
        return resources;
    }

    private static void collect(@Nullable Object module, List<Progress.Resource> resources) {
        for (Object item : list(object(module).get("resources"))) {
            var resource = object(item);
            if (!"data".equals(resource.get("mode"))) {
                String address = String.valueOf(resource.get("address"));
                String id = id(resource.get("values")).orElse(address);
                resources.add(new Progress.Resource(cut(address), cut(id), "TERRAFORM"));
            }
        }
        list(object(module).get("child_modules")).forEach(child -> collect(child, resources));
    }

    /// A state that has nothing but the names of resources.
    static String namesOnly(List<Progress.Resource> resources) {
        List<Map<String, Object>> names = resources.stream()
                .map(resource ->
                        Map.of("address", (Object) resource.name(), "values", Map.of("id", resource.identifier())))
                .toList();
        return Json.write(Map.of("values", Map.of("root_module", Map.of("resources", names))));
    }

    /// What a plan would change.
    static List<Plan.PlannedChange> changes(String json) {
        return list(object(Json.read(json)).get("resource_changes")).stream()
                .map(TerraformJson::object)
                .flatMap(change -> change(change).stream())
                .toList();
    }

    private static Optional<Plan.PlannedChange> change(Map<String, ?> resource) {
        var change = object(resource.get("change"));
        return kind(list(change.get("actions")))
                .map(kind -> new Plan.PlannedChange(
                        kind,
                        String.valueOf(resource.get("type")),
                        String.valueOf(resource.get("address")),
                        id(change.get("before"))));
    }

    /// Empty for actions without effect on infrastructure: `no-op`, `read`, `forget`.
    private static Optional<Plan.Kind> kind(List<?> actions) {
        if (actions.size() > 1) {
            return Optional.of(Plan.Kind.REPLACE);
        }
        return switch (actions.isEmpty() ? "" : String.valueOf(actions.getFirst())) {
            case "create" -> Optional.of(Plan.Kind.ADD);
            case "update" -> Optional.of(Plan.Kind.MODIFY);
            case "delete" -> Optional.of(Plan.Kind.REMOVE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> id(@Nullable Object values) {
        return Stream.ofNullable(object(values).get("id"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(NAME_LENGTH_MAX, name.length()));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }
}

package openproton.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ProvisionedResource;
import openproton.api.ProvisionedResourceEngine;
import openproton.base.Json;

/// How outputs and provisioned resources are kept in columns: as JSON that a person can read.
final class JsonColumns {
    private JsonColumns() {}

    static String outputs(Map<String, String> outputs) {
        return Json.write(outputs);
    }

    static Map<String, String> outputs(String json) {
        var outputs = new LinkedHashMap<String, String>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> outputs.put(String.valueOf(key), String.valueOf(value)));
        }
        return outputs;
    }

    static String resources(List<ProvisionedResource> resources) {
        return Json.write(resources.stream().map(JsonColumns::asMap).toList());
    }

    static List<ProvisionedResource> resources(String json) {
        return Json.read(json) instanceof List<?> list
                ? list.stream().map(JsonColumns::asResource).toList()
                : List.of();
    }

    private static Map<String, String> asMap(ProvisionedResource resource) {
        var map = new LinkedHashMap<String, String>();
        resource.name().ifPresent(name -> map.put("name", name));
        resource.identifier().ifPresent(identifier -> map.put("identifier", identifier));
        resource.provisioningEngine().ifPresent(engine -> map.put("provisioningEngine", engine.value()));
        return map;
    }

    private static ProvisionedResource asResource(Object item) {
        var resource = ProvisionedResource.builder();
        if (item instanceof Map<?, ?> map) {
            text(map, "name").ifPresent(resource::name);
            text(map, "identifier").ifPresent(resource::identifier);
            text(map, "provisioningEngine")
                    .map(ProvisionedResourceEngine::valueOf)
                    .ifPresent(resource::provisioningEngine);
        }
        return resource.build();
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }
}

package openproton.provision.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.Json;
import openproton.provision.Progress;
import org.jspecify.annotations.Nullable;

/// How an order ended, as the journal keeps it.
final class Ending {
    private Ending() {}

    static String json(Progress progress) {
        var json = new LinkedHashMap<String, Object>();
        json.put("end", progress.getClass().getSimpleName());
        switch (progress) {
            case Progress.Finished(var outputs, var resources) -> {
                json.put("outputs", outputs);
                json.put("resources", resources.stream().map(Ending::texts).toList());
            }
            case Progress.Broken(var why) -> json.put("why", why);
            case Progress.Cancelled() -> {}
            case Progress.Running() -> throw new IllegalArgumentException("an order that runs has no end");
        }
        return Json.write(json);
    }

    private static List<String> texts(Progress.Resource resource) {
        return List.of(resource.name(), resource.identifier(), resource.engine());
    }

    static Progress read(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> map)) {
            throw new IllegalStateException("not the end of an order: " + json);
        }
        return switch (String.valueOf(map.get("end"))) {
            case "Finished" -> new Progress.Finished(outputs(map.get("outputs")), resources(map.get("resources")));
            case "Cancelled" -> new Progress.Cancelled();
            default -> new Progress.Broken(String.valueOf(map.get("why")));
        };
    }

    private static Map<String, String> outputs(@Nullable Object kept) {
        var outputs = new LinkedHashMap<String, String>();
        if (kept instanceof Map<?, ?> map) {
            map.forEach((key, value) -> outputs.put(String.valueOf(key), String.valueOf(value)));
        }
        return outputs;
    }

    private static List<Progress.Resource> resources(@Nullable Object kept) {
        var resources = new ArrayList<Progress.Resource>();
        if (kept instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof List<?> texts && texts.size() == 3) {
                    resources.add(new Progress.Resource(
                            String.valueOf(texts.get(0)), String.valueOf(texts.get(1)), String.valueOf(texts.get(2))));
                }
            }
        }
        return resources;
    }
}

package openproton.provision.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.provision.Progress;
import openproton.provision.polled.OrderResultFormat;
import org.jspecify.annotations.Nullable;

/// Stores the outputs of a stack, and the stack as the provisioned resource.
record StackResultFormat() implements OrderResultFormat {

    @Override
    public Map<String, Object> members(Progress.Finished end) {
        var members = new LinkedHashMap<String, Object>();
        members.put("outputs", end.outputs());
        members.put(
                "resources",
                end.resources().stream().map(StackResultFormat::texts).toList());
        return members;
    }

    private static List<String> texts(Progress.Resource resource) {
        return List.of(resource.name(), resource.identifier(), resource.engine());
    }

    @Override
    public Progress.Finished finished(Map<?, ?> members) {
        return new Progress.Finished(outputs(members.get("outputs")), resources(members.get("resources")));
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

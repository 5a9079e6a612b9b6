package openproton.provision.pullrequest;

import java.util.Map;
import openproton.base.Json;

/// Reads the members of what the journal keeps.
final class Members {
    private Members() {}

    static Map<?, ?> of(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> map)) {
            throw new IllegalStateException("not an entry of a journal: " + json);
        }
        return map;
    }

    static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}

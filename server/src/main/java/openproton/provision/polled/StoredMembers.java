package openproton.provision.polled;

import java.util.Map;
import openproton.base.Json;

/// Reads the members of a stored JSON object.
public final class StoredMembers {
    private StoredMembers() {}

    public static Map<?, ?> of(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> map)) {
            throw new IllegalStateException("not an entry of a journal: " + json);
        }
        return map;
    }

    /// The text of a member; empty when it is missing or no text.
    public static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}

package openproton.render.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One instance of a service, as a spec names it.
///
/// @param name the instance's name, unique in its service
/// @param environment the name of the environment it is deployed into
/// @param inputs values by input name, in the order of the text
public record InstanceSpec(String name, String environment, Map<String, Object> inputs) {

    public InstanceSpec {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    InstanceSpec withCurrentValues(Map<String, Object> stored) {
        return new InstanceSpec(name, environment, CurrentValues.substituted(inputs, stored));
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", name);
        map.put("environment", environment);
        map.put("spec", inputs);
        return map;
    }
}

package openproton.render.namespace;

import java.util.Map;

/// A component, as the instance that it is attached to sees it.
///
/// @param name the component's name
/// @param outputs what its last deployment gave; empty when there is none
public record ComponentFacts(String name, Map<String, String> outputs) {

    Map<String, Object> toMap() {
        return Namespace.ordered("name", name, "outputs", outputs);
    }
}

package openproton.render.namespace;

import java.util.Map;

/// A service instance, as its own templates see it.
///
/// @param name the instance's name
/// @param inputs its effective inputs
public record InstanceFacts(String name, Map<String, Object> inputs) {}

package openproton.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a stack was before an update.
record Snapshot(StackDefinition definition, Map<String, StackResource> resources, List<Output> outputs) {

    static Snapshot of(Stack stack) {
        return new Snapshot(stack.definition(), new LinkedHashMap<>(stack.resources()), stack.outputs());
    }
}

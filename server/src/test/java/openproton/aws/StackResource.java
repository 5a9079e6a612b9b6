package openproton.aws;

import java.util.Map;

/// One resource of a stack, as it stands.
///
/// @param logicalId its name in the template
/// @param physicalId its name in the world; changes when it is replaced
/// @param properties evaluated
/// @param state its status and why
/// @param generation how often it was replaced
public record StackResource(
        String logicalId, String physicalId, String type, Map<String, Object> properties, State state, int generation) {

    /// @param status such as CREATE_COMPLETE
    /// @param reason empty when there is nothing to say
    public record State(String status, String reason) {}

    StackResource in(String status, String reason) {
        return new StackResource(logicalId, physicalId, type, properties, new State(status, reason), generation);
    }

    String status() {
        return state.status();
    }

    boolean isSame(StackResource other) {
        return logicalId.equals(other.logicalId)
                && physicalId.equals(other.physicalId)
                && generation == other.generation;
    }
}

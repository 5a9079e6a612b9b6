package openproton.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import openproton.render.cloudformation.Dependencies;
import openproton.render.cloudformation.StackTemplate;

/// What a definition wants of each resource, compared with what a stack has.
///
/// @param stack as it is now
/// @param definition as it shall be
/// @param exports name of an export to its value
/// @param faults name the resources that a test wants replaced
record ResourcePlan(Stack stack, StackDefinition definition, UnaryOperator<String> exports, Faults faults) {
    private static final List<String> CANNOT_CHANGE =
            List.of("CidrBlock", "VpcId", "AvailabilityZone", "Engine", "KeySchema");

    private static final StackResource.State UPDATING = new StackResource.State("UPDATE_IN_PROGRESS", "");

    /// What is to be done about one resource.
    enum Action {
        CREATE,
        UPDATE,
        REPLACE,
        NOTHING
    }

    /// The logical ids that shall exist, each behind what it needs.
    List<String> order() {
        var intrinsics = values().intrinsics();
        return Dependencies.ofResources(definition.template()).order().stream()
                .filter(id -> !(definition.resource(id).get("Condition") instanceof String condition)
                        || intrinsics.holds(condition))
                .toList();
    }

    StackValues values() {
        return new StackValues(stack, definition, exports);
    }

    Map<String, Object> properties(String logicalId, NamedValues names) {
        var written = new LinkedHashMap<>(globals(logicalId));
        written.putAll(StackTemplate.members(definition.resource(logicalId).get("Properties")));
        return StackTemplate.members(new Intrinsics(definition.template(), names).value(written));
    }

    /// What the section Globals of a serverless template gives each resource of a type.
    private Map<String, Object> globals(String logicalId) {
        String type = definition.type(logicalId);
        return type.startsWith("AWS::Serverless::")
                ? StackTemplate.members(definition.template().section("Globals").get(type.replaceFirst(".*::", "")))
                : Map.of();
    }

    Action action(String logicalId, StackDefinition before, Map<String, Object> properties) {
        StackResource existing = stack.resources().get(logicalId);
        if (existing == null) {
            return Action.CREATE;
        }
        boolean sameMetadata = Objects.equals(
                before.resource(logicalId).get("Metadata"),
                definition.resource(logicalId).get("Metadata"));
        boolean sameType = existing.type().equals(definition.type(logicalId));
        if (sameType && sameMetadata && existing.properties().equals(properties)) {
            return Action.NOTHING;
        }
        return sameType && !isReplacing(existing, properties) ? Action.UPDATE : Action.REPLACE;
    }

    /// A resource as it is when work on it begins; none when there is nothing to do.
    ///
    /// @param before what the stack was before it was given this definition
    Optional<StackResource> next(String logicalId, StackDefinition before) {
        var properties = properties(logicalId, values());
        String type = definition.type(logicalId);
        StackResource existing = stack.resources().get(logicalId);
        return switch (action(logicalId, before, properties)) {
            case NOTHING -> Optional.empty();
            case CREATE -> Optional.of(made(logicalId, type, properties, 0).in("CREATE_IN_PROGRESS", ""));
            case UPDATE ->
                Optional.of(new StackResource(
                        logicalId, existing.physicalId(), type, properties, UPDATING, existing.generation()));
            case REPLACE ->
                Optional.of(made(logicalId, type, properties, existing.generation() + 1)
                        .in(
                                "UPDATE_IN_PROGRESS",
                                "Requested update requires the creation of a new physical resource; hence"
                                        + " creating one."));
        };
    }

    private StackResource made(String logicalId, String type, Map<String, Object> properties, int generation) {
        String physicalId = stack.values().physicalId(logicalId, type, properties, generation);
        return new StackResource(logicalId, physicalId, type, properties, UPDATING, generation);
    }

    private boolean isReplacing(StackResource existing, Map<String, Object> properties) {
        String own = existing.type().replaceFirst(".*::", "");
        var changed = new TreeSet<>(properties.keySet());
        changed.addAll(existing.properties().keySet());
        changed.removeIf(key -> Objects.equals(existing.properties().get(key), properties.get(key)));
        return faults.replaced.contains(existing.logicalId())
                || (existing.type().equals("AWS::ECS::TaskDefinition") && !changed.isEmpty())
                || changed.stream().anyMatch(key -> CANNOT_CHANGE.contains(key) || key.equals(own + "Name"));
    }
}

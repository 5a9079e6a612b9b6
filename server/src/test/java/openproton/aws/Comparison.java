package openproton.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.aws.ResourcePlan.Action;
import openproton.render.cloudformation.StackTemplate;

/// What would change if a stack became what a plan says, found out without changing it.
///
/// @param plan the stack and its next definition
record Comparison(ResourcePlan plan) {

    /// Names in a stack that is not there yet: what is new or replaced is only known afterwards.
    private record Expected(StackValues now, Set<String> unknown) implements NamedValues {
        private static final String LATER = "{{changeSet:KNOWN_AFTER_APPLY}}";

        @Override
        public Optional<Object> parameter(String name) {
            return now.parameter(name);
        }

        @Override
        public String resource(String logicalId) {
            return unknown.contains(logicalId) ? LATER : now.resource(logicalId);
        }

        @Override
        public Object attribute(String logicalId, String attribute) {
            return unknown.contains(logicalId) ? LATER : now.attribute(logicalId, attribute);
        }

        @Override
        public String exported(String name) {
            return now.exported(name);
        }
    }

    boolean isSame() {
        StackTemplate before = plan.stack().definition().template();
        StackTemplate after = plan.definition().template();
        return changes().isEmpty()
                && before.section("Outputs").equals(after.section("Outputs"))
                && plan.stack().outputs().equals(Outputs.of(plan.values()))
                && plan.stack().definition().tags().equals(plan.definition().tags());
    }

    /// The members of a change set's `Changes`.
    List<Map<String, Object>> changes() {
        var changes = new ArrayList<Map<String, Object>>();
        var order = plan.order();
        var unknown = new HashSet<>(order);
        unknown.removeAll(plan.stack().resources().keySet());
        var expected = new Expected(plan.values(), unknown);
        for (String id : order) {
            var properties = plan.properties(id, expected);
            switch (plan.action(id, plan.stack().definition(), properties)) {
                case CREATE -> changes.add(change("Add", id, Optional.empty()));
                case UPDATE -> changes.add(change("Modify", id, Optional.of(Action.UPDATE)));
                case REPLACE -> {
                    changes.add(change("Modify", id, Optional.of(Action.REPLACE)));
                    unknown.add(id);
                }
                case NOTHING -> {}
            }
        }
        plan.stack().resources().keySet().stream()
                .filter(id -> !order.contains(id))
                .forEach(id -> changes.add(change("Remove", id, Optional.empty())));
        return changes;
    }

    private Map<String, Object> change(String action, String logicalId, Optional<Action> how) {
        var existing = Optional.ofNullable(plan.stack().resources().get(logicalId));
        var resource = Fields.of(
                "Action",
                action,
                "LogicalResourceId",
                logicalId,
                "PhysicalResourceId",
                existing.map(StackResource::physicalId),
                "ResourceType",
                existing.map(StackResource::type)
                        .orElseGet(() -> plan.definition().type(logicalId)),
                "Replacement",
                how.map(is -> is == Action.REPLACE ? "True" : "False"),
                "Scope",
                how.isPresent() ? List.of("Properties") : List.of());
        return Fields.of("Type", "Resource", "ResourceChange", resource);
    }
}

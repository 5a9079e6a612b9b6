package openproton.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The operations on change sets.
///
/// @param stacks all there are
/// @param definitions reads what a stack shall be
record ChangeSetCalls(StandInStacks stacks, StackDefinitions definitions) {
    private static final String NO_CHANGES =
            "The submitted information didn't contain changes. Submit different information to create a change set.";

    Map<String, Object> create(QueryRequest request) {
        String stackName = request.required("StackName");
        String name = request.required("ChangeSetName");
        var existing = stacks.find(request.caller(), stackName);
        boolean isNew = request.text("ChangeSetType").orElse("UPDATE").equals("CREATE");
        Stack stack = isNew ? reviewed(request, stackName, existing) : updatable(stackName, existing);
        var token = request.text("ClientToken");
        var same = Optional.ofNullable(stack.changeSets().get(name));
        if (same.isPresent() && token.isPresent() && stack.repeats("CreateChangeSet", token)) {
            return answer(stack, same.get());
        } else if (same.isPresent()) {
            throw new AwsRefusal(
                    400,
                    "AlreadyExistsException",
                    "ChangeSet [%s] already exists".formatted(same.get().id()));
        }
        stack.repeats("CreateChangeSet", token);
        var changeSet = changeSet(request, stack, name);
        stack.changeSets().put(name, changeSet);
        return answer(stack, changeSet);
    }

    private ChangeSet changeSet(QueryRequest request, Stack stack, String name) {
        var definition = definitions.read(request, Optional.of(stack));
        var comparison = new Comparison(stacks.plan(stack, definition));
        boolean nothing = !stack.resources().isEmpty() && comparison.isSame();
        var outcome = new StackResource.State(nothing ? "FAILED" : "CREATE_COMPLETE", nothing ? NO_CHANGES : "");
        String id = "arn:aws:cloudformation:%s:%s:changeSet/%s/%s"
                .formatted(
                        stack.region(), stack.account(), name, stacks.history().nextId());
        return new ChangeSet(
                id, name, definition, comparison.changes(), request.text("Description"), outcome, new AtomicInteger());
    }

    private Stack reviewed(QueryRequest request, String name, Optional<Stack> existing) {
        if (existing.isPresent() && !existing.get().status().equals("REVIEW_IN_PROGRESS")) {
            throw AwsRefusal.validation("Stack [%s] already exists and cannot be created again with the changeSet [%s]."
                    .formatted(name, request.required("ChangeSetName")));
        }
        return existing.orElseGet(() -> {
            var definition = definitions.read(request, Optional.empty());
            Stack stack = stacks.add(request.caller(), StackCalls.checkedName(name), definition);
            stack.move("REVIEW_IN_PROGRESS", "User Initiated");
            return stack;
        });
    }

    private static Stack updatable(String name, Optional<Stack> existing) {
        Stack stack = existing.orElseThrow(() -> AwsRefusal.validation("Stack [%s] does not exist".formatted(name)));
        StackCalls.checkUpdatable(stack);
        return stack;
    }

    Map<String, Object> describe(QueryRequest request) {
        Stack stack = stackOf(request);
        ChangeSet changeSet = find(request, stack);
        var state = changeSet.seen();
        boolean ready = state.status().equals("CREATE_COMPLETE");
        return Fields.of(
                "ChangeSetName", changeSet.name(),
                "ChangeSetId", changeSet.id(),
                "StackId", stack.id(),
                "StackName", stack.name(),
                "Description", changeSet.description(),
                "Parameters", Descriptions.parameters(changeSet.definition()),
                "Tags", Descriptions.tags(changeSet.definition()),
                "Capabilities", changeSet.definition().capabilities(),
                "ExecutionStatus", ready ? "AVAILABLE" : "UNAVAILABLE",
                "Status", state.status(),
                "StatusReason", state.reason(),
                "Changes", ready ? changeSet.changes() : List.of());
    }

    Map<String, Object> list(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        var summaries = new ArrayList<Map<String, Object>>();
        stack.changeSets()
                .values()
                .forEach(changeSet -> summaries.add(Fields.of(
                        "StackId", stack.id(),
                        "StackName", stack.name(),
                        "ChangeSetId", changeSet.id(),
                        "ChangeSetName", changeSet.name(),
                        "Status", changeSet.outcome().status())));
        return Fields.of("Summaries", summaries);
    }

    Map<String, Object> execute(QueryRequest request) {
        Stack stack = stackOf(request);
        var token = request.text("ClientRequestToken");
        if (stack.repeats("ExecuteChangeSet", token)) {
            return Map.of();
        }
        ChangeSet changeSet = find(request, stack);
        if (!changeSet.outcome().status().equals("CREATE_COMPLETE")) {
            throw new AwsRefusal(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [%s] cannot be executed in its current status of [%s]"
                            .formatted(changeSet.id(), changeSet.outcome().status()));
        }
        boolean isNew = stack.status().equals("REVIEW_IN_PROGRESS");
        if (!isNew) {
            StackCalls.checkUpdatable(stack);
        }
        stack.changeSets().clear();
        String onFailure = request.isTrue("DisableRollback") ? "DO_NOTHING" : "ROLLBACK";
        stacks.start(stack, changeSet.definition(), isNew ? Phase.CREATE : Phase.UPDATE, onFailure, token.orElse(""));
        return Map.of();
    }

    Map<String, Object> delete(QueryRequest request) {
        Stack stack = stackOf(request);
        String name = request.required("ChangeSetName");
        stack.changeSets()
                .values()
                .removeIf(it -> it.id().equals(name) || it.name().equals(name));
        return Map.of();
    }

    private Stack stackOf(QueryRequest request) {
        String name = request.required("ChangeSetName");
        if (!name.startsWith("arn:")) {
            return stacks.get(request.caller(), request.required("StackName"));
        }
        return stacks.visible(request.caller()).stream()
                .filter(stack -> stack.changeSets().values().stream()
                        .anyMatch(it -> it.id().equals(name)))
                .findFirst()
                .or(() -> request.text("StackName").flatMap(stack -> stacks.find(request.caller(), stack)))
                .orElseThrow(() -> missing(name));
    }

    private static ChangeSet find(QueryRequest request, Stack stack) {
        String name = request.required("ChangeSetName");
        return stack.changeSets().values().stream()
                .filter(it -> it.id().equals(name) || it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    private static AwsRefusal missing(String name) {
        return new AwsRefusal(404, "ChangeSetNotFound", "ChangeSet [%s] does not exist".formatted(name));
    }

    private static Map<String, Object> answer(Stack stack, ChangeSet changeSet) {
        return Fields.of("Id", changeSet.id(), "StackId", stack.id());
    }
}

package openproton.aws;

import java.util.Map;
import java.util.Optional;

/// The operations that change stacks at once, without a change set.
///
/// @param stacks all there are
/// @param definitions reads what a stack shall be
record StackCalls(StandInStacks stacks, StackDefinitions definitions) {

    Map<String, Object> create(QueryRequest request) {
        String name = checkedName(request.required("StackName"));
        var token = request.text("ClientRequestToken");
        var existing = stacks.find(request.caller(), name);
        if (existing.isPresent() && token.isPresent() && existing.get().repeats("CreateStack", token)) {
            return answer(existing.get());
        } else if (existing.isPresent()) {
            throw new AwsRefusal(400, "AlreadyExistsException", "Stack [%s] already exists".formatted(name));
        }
        var definition = definitions.read(request, Optional.empty());
        Stack stack = stacks.add(request.caller(), name, definition);
        stack.repeats("CreateStack", token);
        String onFailure =
                request.text("OnFailure").orElse(request.isTrue("DisableRollback") ? "DO_NOTHING" : "ROLLBACK");
        stacks.start(stack, definition, Phase.CREATE, onFailure, token.orElse(""));
        return answer(stack);
    }

    Map<String, Object> update(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        var token = request.text("ClientRequestToken");
        if (stack.repeats("UpdateStack", token)) {
            return answer(stack);
        }
        checkUpdatable(stack);
        var definition = definitions.read(request, Optional.of(stack));
        if (new Comparison(stacks.plan(stack, definition)).isSame()) {
            throw AwsRefusal.validation("No updates are to be performed.");
        }
        String onFailure = request.isTrue("DisableRollback") ? "DO_NOTHING" : "ROLLBACK";
        stacks.start(stack, definition, Phase.UPDATE, onFailure, token.orElse(""));
        return answer(stack);
    }

    Map<String, Object> delete(QueryRequest request) {
        var found = stacks.find(request.caller(), request.required("StackName"));
        if (found.isEmpty() || found.get().isDeleted() || found.get().status().equals("DELETE_IN_PROGRESS")) {
            return Map.of();
        }
        Stack stack = found.get();
        if (stack.status().contains("UPDATE") && stack.status().endsWith("_IN_PROGRESS")) {
            throw AwsRefusal.validation(
                    "Stack [%s] cannot be deleted while in status %s".formatted(stack.id(), stack.status()));
        }
        boolean hadFailed = stack.status().equals("DELETE_FAILED");
        var retained = request.texts("RetainResources");
        if (!retained.isEmpty() && !hadFailed) {
            throw AwsRefusal.validation(
                    ("Invalid operation on stack [%s]. When you delete a stack, specify which resources to retain only"
                                    + " when the stack is in the DELETE_FAILED state.")
                            .formatted(stack.id()));
        }
        stacks.start(
                stack,
                stack.definition(),
                Phase.DELETE,
                "",
                request.text("ClientRequestToken").orElse(""));
        stack.journey().ifPresent(journey -> journey.retain(retained));
        return Map.of();
    }

    Map<String, Object> cancelUpdate(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        if (!stack.status().equals("UPDATE_IN_PROGRESS")) {
            throw AwsRefusal.validation("CancelUpdateStack cannot be called from current stack status");
        }
        stack.journey().ifPresent(Journey::cancel);
        return Map.of();
    }

    Map<String, Object> continueRollback(QueryRequest request) {
        Stack stack = stacks.get(request.caller(), request.required("StackName"));
        if (!stack.status().equals("UPDATE_ROLLBACK_FAILED")) {
            throw AwsRefusal.validation("Stack:%s is in %s state and can not be continued to be rolled back."
                    .formatted(stack.id(), stack.status()));
        }
        stack.journey().ifPresent(journey -> journey.resume(request.texts("ResourcesToSkip")));
        return Map.of();
    }

    static String checkedName(String name) {
        if (!name.matches("[a-zA-Z][-a-zA-Z0-9]*")) {
            throw AwsRefusal.validation(
                    ("1 validation error detected: Value '%s' at 'stackName' failed to satisfy constraint: Member must"
                                    + " satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*")
                            .formatted(name));
        } else if (name.length() > 128) {
            throw AwsRefusal.validation(
                    ("1 validation error detected: Value '%s' at 'stackName' failed to satisfy constraint: Member must"
                                    + " have length less than or equal to 128")
                            .formatted(name));
        }
        return name;
    }

    static void checkUpdatable(Stack stack) {
        boolean settled =
                stack.status().matches("(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE|(CREATE|UPDATE)_FAILED");
        if (!settled) {
            throw AwsRefusal.validation(
                    "Stack:%s is in %s state and can not be updated.".formatted(stack.id(), stack.status()));
        }
    }

    private static Map<String, Object> answer(Stack stack) {
        return Fields.of("StackId", stack.id());
    }
}

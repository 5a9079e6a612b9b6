package openproton.provision.cloudformation;

import java.util.Optional;
import openproton.provision.aws.AwsFault;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackCondition;
import openproton.provision.cloudformation.stack.StackRequest;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// Creates the change set of an order and executes it.
record ChangeSetSteps(StackOperation operation) {

    StackStep propose(boolean creating) {
        Optional<DescribeChangeSetResponse> found = find(operation.stackName());
        return switch (found.map(StackRequest::outcome).orElse(StackRequest.Outcome.ABSENT)) {
            case ABSENT -> operation.isToBeCancelled() ? withdraw(creating) : create(creating);
            case UNDER_WAY -> new StackStep.Wait();
            case READY -> operation.isToBeCancelled() ? withdraw(creating) : execute(found.orElseThrow(), creating);
            case EMPTY -> creating ? refuse(found.orElseThrow(), true) : nothingToDo();
            case FAILED -> refuse(found.orElseThrow(), creating);
        };
    }

    private Optional<DescribeChangeSetResponse> find(String stack) {
        return operation.calls().changeSet(stack, operation.order().changeSet());
    }

    /// Examines the stack again if it has changed in the meantime.
    private StackStep create(boolean creating) {
        StackOrder order = operation.order();
        var packed = operation.upload().pack(operation.memory().template(), order.changeSet());
        try {
            operation.calls().createChangeSet(order.request(creating).request(packed));
            return new StackStep.Wait();
        } catch (CloudFormationException answer) {
            if (StackRequest.hasNoChanges(AwsFault.text(answer))) {
                return nothingToDo();
            }
            if (StackCalls.isOutdated(answer)) {
                return StackStep.go(new StackStage.Examining());
            }
            throw answer;
        }
    }

    private StackStep execute(DescribeChangeSetResponse ready, boolean creating) {
        return new StackStep.Go(new StackStage.ExecutingChangeSet(ready.stackId(), creating), ready.stackId());
    }

    private StackStep nothingToDo() {
        deleteChangeSet();
        return operation.nothingToDo();
    }

    private StackStep refuse(DescribeChangeSetResponse failed, boolean creating) {
        discard(creating);
        return operation.fail(StackRequest.reason(failed));
    }

    private StackStep withdraw(boolean creating) {
        discard(creating);
        return operation.cancelled();
    }

    private void discard(boolean creating) {
        deleteChangeSet();
        if (creating) {
            Optional<Stack> stack = operation.calls().find(operation.stackName());
            stack.filter(_ -> StackCondition.of(stack) == StackCondition.IN_REVIEW)
                    .ifPresent(review -> operation
                            .calls()
                            .delete(review.stackId(), operation.order().token("-review")));
        }
    }

    private void deleteChangeSet() {
        operation
                .calls()
                .deleteChangeSet(operation.stackName(), operation.order().changeSet());
    }

    /// CloudFormation deletes a change set after its execution. So a missing change set was executed if the stack has
    /// new events.
    StackStep execute(String stack, boolean creating) {
        Optional<DescribeChangeSetResponse> found = find(stack);
        if (found.map(StackRequest::outcome).orElse(StackRequest.Outcome.ABSENT) == StackRequest.Outcome.ABSENT) {
            return operation.watch(stack).isPresent()
                            && !operation.marks().status().isEmpty()
                    ? StackStep.go(new StackStage.WatchingStack(stack, creating))
                    : StackStep.go(new StackStage.Examining());
        }
        return switch (found.orElseThrow().executionStatus()) {
            case AVAILABLE -> operation.isToBeCancelled() ? withdraw(creating) : start(stack, creating);
            case EXECUTE_IN_PROGRESS, EXECUTE_COMPLETE, EXECUTE_FAILED ->
                StackStep.go(new StackStage.WatchingStack(stack, creating));
            case OBSOLETE -> {
                deleteChangeSet();
                yield StackStep.go(new StackStage.Examining());
            }
            case UNAVAILABLE, UNKNOWN_TO_SDK_VERSION -> new StackStep.Wait();
        };
    }

    private StackStep start(String stack, boolean creating) {
        StackOrder order = operation.order();
        boolean begun = operation.calls().executeChangeSet(stack, order.changeSet(), order.token("-execute"));
        return begun ? StackStep.go(new StackStage.WatchingStack(stack, creating)) : new StackStep.Wait();
    }
}

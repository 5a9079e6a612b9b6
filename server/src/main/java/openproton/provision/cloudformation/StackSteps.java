package openproton.provision.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.provision.Progress;
import openproton.provision.cloudformation.stack.StackCondition;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Polls a stack until CloudFormation is done with it.
record StackSteps(StackOperation operation) {
    /// After this time the status of a stack counts even without events: some emulators have none.
    private static final Duration PATIENCE_WITHOUT_EVENTS = Duration.ofMinutes(1);

    StackStep clear(String id) {
        return delete(id, "-clear", StackStep.go(new StackStage.Examining()));
    }

    StackStep remove(String id, boolean undoing) {
        var end = undoing ? new Progress.Cancelled() : new Progress.Finished(Map.of(), List.of());
        return delete(id, "-delete", new StackStep.End(end));
    }

    private StackStep delete(String id, String purpose, StackStep whenGone) {
        Optional<Stack> stack = operation.watch(id);
        StackCondition condition = StackCondition.of(stack);
        if (condition == StackCondition.ABSENT) {
            return whenGone;
        }
        if (condition == StackCondition.NOT_DELETED && operation.isNews(stack.orElseThrow())) {
            return operation.fail(stack.orElseThrow());
        }
        if (stack.orElseThrow().stackStatus() != StackStatus.DELETE_IN_PROGRESS) {
            operation.calls().delete(id, operation.order().token(purpose));
        }
        return new StackStep.Wait();
    }

    StackStep recover(String id) {
        Optional<Stack> stack = operation.watch(id);
        return switch (StackCondition.of(stack)) {
            case ROLLBACK_STUCK -> {
                if (operation.isNews(stack.orElseThrow())) {
                    yield operation.fail(stack.orElseThrow());
                }
                operation.calls().continueRollback(id, operation.order().token("-continue"));
                yield new StackStep.Wait();
            }
            case BUSY -> new StackStep.Wait();
            case ABSENT, IN_REVIEW, COMPLETE, ROLLED_BACK, INCOMPLETE, NEVER_CREATED, NOT_DELETED ->
                StackStep.go(new StackStage.Examining());
        };
    }

    StackStep follow(String id, boolean creating) {
        Optional<Stack> stack = operation.watch(id);
        if (stack.isEmpty()) {
            return gone();
        }
        Stack found = stack.get();
        StackCondition condition = StackCondition.of(stack);
        if (condition != StackCondition.BUSY && !operation.isNews(found) && !isSilent()) {
            return new StackStep.Wait();
        }
        return switch (condition) {
            case BUSY -> operation.isToBeCancelled() ? cancel(found, creating) : new StackStep.Wait();
            case IN_REVIEW -> new StackStep.Wait();
            case COMPLETE -> operation.finish(found);
            case ROLLED_BACK -> operation.isToBeCancelled() ? operation.cancelled() : operation.fail(found);
            case NEVER_CREATED ->
                operation.isToBeCancelled()
                        ? StackStep.go(new StackStage.DeletingStack(id, true))
                        : operation.fail(found);
            case INCOMPLETE, ROLLBACK_STUCK, NOT_DELETED -> operation.fail(found);
            case ABSENT -> gone();
        };
    }

    private boolean isSilent() {
        StackPosition state = operation.memory().state();
        return state.marks().status().isEmpty()
                && !operation.clock().instant().isBefore(state.since().plus(PATIENCE_WITHOUT_EVENTS));
    }

    private StackStep gone() {
        return operation.isToBeCancelled()
                ? operation.cancelled()
                : operation.fail("Stack %s was deleted during the deployment.".formatted(operation.stackName()));
    }

    /// A stack that is rolling back or cleaning up already is left alone.
    private StackStep cancel(Stack stack, boolean creating) {
        if (creating && stack.stackStatus() == StackStatus.CREATE_IN_PROGRESS) {
            operation.log().say("Cancelled: deleting stack %s".formatted(stack.stackName()));
            return StackStep.go(new StackStage.DeletingStack(stack.stackId(), true));
        }
        if (stack.stackStatus() == StackStatus.UPDATE_IN_PROGRESS) {
            operation.log().say("Cancelled: rolling back stack %s".formatted(stack.stackName()));
            operation.calls().cancelUpdate(stack.stackId(), operation.order().token("-cancel"));
        }
        return new StackStep.Wait();
    }
}

package openproton.provision.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.provision.Progress;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Follows a stack until it comes to rest.
record StackSteps(Work work) {
    /// A server that tells no events is believed without them.
    private static final Duration PATIENCE_WITHOUT_EVENTS = Duration.ofMinutes(1);

    Step clear(String id) {
        return delete(id, "-clear", Step.go(new Phase.Survey()));
    }

    Step remove(String id, boolean undoing) {
        var end = undoing ? new Progress.Cancelled() : new Progress.Finished(Map.of(), List.of());
        return delete(id, "-delete", new Step.End(end));
    }

    private Step delete(String id, String purpose, Step whenGone) {
        Optional<Stack> stack = work.watch(id);
        Standing standing = Standing.of(stack);
        if (standing == Standing.GONE) {
            return whenGone;
        }
        if (standing == Standing.UNDELETED && work.isNews(stack.orElseThrow())) {
            return work.fail(stack.orElseThrow());
        }
        if (stack.orElseThrow().stackStatus() != StackStatus.DELETE_IN_PROGRESS) {
            work.calls().delete(id, work.job().token(purpose));
        }
        return new Step.Wait();
    }

    Step recover(String id) {
        Optional<Stack> stack = work.watch(id);
        return switch (Standing.of(stack)) {
            case STUCK -> {
                if (work.isNews(stack.orElseThrow())) {
                    yield work.fail(stack.orElseThrow());
                }
                work.calls().continueRollback(id, work.job().token("-continue"));
                yield new Step.Wait();
            }
            case BUSY -> new Step.Wait();
            case GONE, REVIEWED, GOOD, ROLLED_BACK, HALFWAY, STILLBORN, UNDELETED -> Step.go(new Phase.Survey());
        };
    }

    Step follow(String id, boolean creating) {
        Optional<Stack> stack = work.watch(id);
        if (stack.isEmpty()) {
            return gone();
        }
        Stack found = stack.get();
        Standing standing = Standing.of(stack);
        if (standing != Standing.BUSY && !work.isNews(found) && !isSilent()) {
            return new Step.Wait();
        }
        return switch (standing) {
            case BUSY -> work.isToBeCancelled() ? cancel(found, creating) : new Step.Wait();
            case REVIEWED -> new Step.Wait();
            case GOOD -> work.finish(found);
            case ROLLED_BACK -> work.isToBeCancelled() ? work.cancelled() : work.fail(found);
            case STILLBORN -> work.isToBeCancelled() ? Step.go(new Phase.Removing(id, true)) : work.fail(found);
            case HALFWAY, STUCK, UNDELETED -> work.fail(found);
            case GONE -> gone();
        };
    }

    private boolean isSilent() {
        State state = work.journal().state();
        return state.marks().status().isEmpty()
                && !work.clock().instant().isBefore(state.since().plus(PATIENCE_WITHOUT_EVENTS));
    }

    private Step gone() {
        return work.isToBeCancelled()
                ? work.cancelled()
                : work.fail("Stack %s was deleted while it was worked on.".formatted(work.stackName()));
    }

    /// What rolls back already, or only tidies up, is left to that.
    private Step cancel(Stack stack, boolean creating) {
        if (creating && stack.stackStatus() == StackStatus.CREATE_IN_PROGRESS) {
            work.log().say("Cancelled: deleting stack %s".formatted(stack.stackName()));
            return Step.go(new Phase.Removing(stack.stackId(), true));
        }
        if (stack.stackStatus() == StackStatus.UPDATE_IN_PROGRESS) {
            work.log().say("Cancelled: asking stack %s to go back".formatted(stack.stackName()));
            work.calls().cancelUpdate(stack.stackId(), work.job().token("-cancel"));
        }
        return new Step.Wait();
    }
}

package openproton.provision.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.provision.Progress;
import openproton.provision.cloudformation.stack.StackCondition;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Decides from the status of the stack what to do next; changes nothing.
///
/// @param changeSets whether stacks are changed through change sets
record ExamineStack(StackOperation operation, boolean changeSets) {
    private static final Set<String> ALIVE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

    StackStep step() {
        if (operation.isToBeCancelled()) {
            return operation.cancelled();
        }
        Optional<Stack> stack = operation.calls().find(operation.stackName());
        return switch (operation.order().action()) {
            case PROVISION -> stack.map(this::provision).orElseGet(this::create);
            case DEPROVISION -> stack.map(this::remove).orElseGet(this::nothingToRemove);
        };
    }

    private StackStep provision(Stack stack) {
        return switch (StackCondition.of(Optional.of(stack))) {
            case ABSENT, IN_REVIEW -> create();
            case COMPLETE, ROLLED_BACK, INCOMPLETE -> {
                say("Updating");
                yield changeSets
                        ? StackStep.go(new StackStage.CreatingChangeSet(false))
                        : new StackStep.Go(new StackStage.ChangingDirectly(false), stack.stackId());
            }
            case NEVER_CREATED -> clear(stack);
            case NOT_DELETED -> wasAlive(stack) ? refuse(stack) : clear(stack);
            case ROLLBACK_STUCK -> {
                say("Continuing the rollback of");
                yield new StackStep.Go(new StackStage.ContinuingRollback(stack.stackId()), stack.stackId());
            }
            case BUSY -> waitFor(stack);
        };
    }

    private StackStep create() {
        say("Creating");
        return changeSets
                ? StackStep.go(new StackStage.CreatingChangeSet(true))
                : StackStep.go(new StackStage.ChangingDirectly(true));
    }

    private StackStep clear(Stack stack) {
        say("Removing what an earlier creation left, which is %s, of".formatted(stack.stackStatusAsString()));
        return new StackStep.Go(new StackStage.DeletingRemains(stack.stackId()), stack.stackId());
    }

    /// Whether the stack was ever complete, so that it may hold data that people want to keep.
    private boolean wasAlive(Stack stack) {
        String id = stack.stackId();
        return operation.calls().eventsSince(id, "").stream()
                .anyMatch(event ->
                        id.equals(event.physicalResourceId()) && ALIVE.contains(event.resourceStatusAsString()));
    }

    private StackStep refuse(Stack stack) {
        return operation.fail(
                "Stack %s is DELETE_FAILED, and CloudFormation can only delete such a stack (%s). Delete it, then deploy again."
                        .formatted(stack.stackName(), stack.stackStatusReason()));
    }

    private StackStep remove(Stack stack) {
        return switch (StackCondition.of(Optional.of(stack))) {
            case ABSENT -> nothingToRemove();
            case BUSY -> stack.stackStatus() == StackStatus.DELETE_IN_PROGRESS ? startToRemove(stack) : waitFor(stack);
            case IN_REVIEW, COMPLETE, ROLLED_BACK, INCOMPLETE, NEVER_CREATED, ROLLBACK_STUCK, NOT_DELETED ->
                startToRemove(stack);
        };
    }

    private StackStep startToRemove(Stack stack) {
        say("Deleting");
        return new StackStep.Go(new StackStage.DeletingStack(stack.stackId(), false), stack.stackId());
    }

    private StackStep nothingToRemove() {
        operation.log().say("There is no stack %s, so nothing is to be deleted".formatted(operation.stackName()));
        return new StackStep.End(new Progress.Finished(Map.of(), List.of()));
    }

    private StackStep waitFor(Stack stack) {
        String what = "Waiting: stack %s is %s".formatted(stack.stackName(), stack.stackStatusAsString());
        operation.log().say(what);
        return new StackStep.Wait(Optional.of(what));
    }

    private void say(String verb) {
        StackOrder order = operation.order();
        operation
                .log()
                .say("%s stack %s in %s%s"
                        .formatted(
                                verb,
                                operation.stackName(),
                                order.region(),
                                order.role().map(role -> " as role " + role).orElse("")));
    }
}

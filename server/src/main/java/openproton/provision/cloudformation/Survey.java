package openproton.provision.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openproton.provision.Progress;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Decides from the status of the stack what has to be done; changes nothing.
///
/// @param changeSets whether stacks are changed through change sets
record Survey(Work work, boolean changeSets) {
    private static final Set<String> ALIVE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

    Step step() {
        if (work.isToBeCancelled()) {
            return work.cancelled();
        }
        Optional<Stack> stack = work.calls().find(work.stackName());
        return switch (work.job().action()) {
            case PROVISION -> stack.map(this::provision).orElseGet(this::create);
            case DEPROVISION -> stack.map(this::remove).orElseGet(this::nothingToRemove);
        };
    }

    private Step provision(Stack stack) {
        return switch (Standing.of(Optional.of(stack))) {
            case GONE, REVIEWED -> create();
            case GOOD, ROLLED_BACK, HALFWAY -> {
                say("Updating");
                yield changeSets
                        ? Step.go(new Phase.Proposing(false))
                        : new Step.Go(new Phase.Submitting(false), stack.stackId());
            }
            case STILLBORN -> clear(stack);
            case UNDELETED -> wasAlive(stack) ? refuse(stack) : clear(stack);
            case STUCK -> {
                say("Continuing the rollback of");
                yield new Step.Go(new Phase.Recovering(stack.stackId()), stack.stackId());
            }
            case BUSY -> waitFor(stack);
        };
    }

    private Step create() {
        say("Creating");
        return changeSets ? Step.go(new Phase.Proposing(true)) : Step.go(new Phase.Submitting(true));
    }

    private Step clear(Stack stack) {
        say("Removing what an earlier creation left, which is %s, of".formatted(stack.stackStatusAsString()));
        return new Step.Go(new Phase.Clearing(stack.stackId()), stack.stackId());
    }

    /// Whether the stack ever worked, so that it may hold what people want to keep.
    private boolean wasAlive(Stack stack) {
        String id = stack.stackId();
        return work.calls().eventsSince(id, "").stream()
                .anyMatch(event ->
                        id.equals(event.physicalResourceId()) && ALIVE.contains(event.resourceStatusAsString()));
    }

    private Step refuse(Stack stack) {
        return work.fail(
                "Stack %s is DELETE_FAILED, and CloudFormation can only delete such a stack (%s). Delete it, then deploy again."
                        .formatted(stack.stackName(), stack.stackStatusReason()));
    }

    private Step remove(Stack stack) {
        return switch (Standing.of(Optional.of(stack))) {
            case GONE -> nothingToRemove();
            case BUSY -> stack.stackStatus() == StackStatus.DELETE_IN_PROGRESS ? startToRemove(stack) : waitFor(stack);
            case REVIEWED, GOOD, ROLLED_BACK, HALFWAY, STILLBORN, STUCK, UNDELETED -> startToRemove(stack);
        };
    }

    private Step startToRemove(Stack stack) {
        say("Deleting");
        return new Step.Go(new Phase.Removing(stack.stackId(), false), stack.stackId());
    }

    private Step nothingToRemove() {
        work.log().say("There is no stack %s, so nothing is to be deleted".formatted(work.stackName()));
        return new Step.End(new Progress.Finished(Map.of(), List.of()));
    }

    private Step waitFor(Stack stack) {
        String what = "Waiting: stack %s is %s".formatted(stack.stackName(), stack.stackStatusAsString());
        work.log().say(what);
        return new Step.Wait(Optional.of(what));
    }

    private void say(String verb) {
        Job job = work.job();
        work.log()
                .say("%s stack %s in %s%s"
                        .formatted(
                                verb,
                                work.stackName(),
                                job.region(),
                                job.role().map(role -> " as role " + role).orElse("")));
    }
}

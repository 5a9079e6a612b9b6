package openproton.provision.cloudformation;

import java.util.Optional;
import openproton.provision.aws.AwsFault;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// Has the change set of an order worked out and executed.
record ChangeSetSteps(Work work) {

    Step propose(boolean creating) {
        Optional<DescribeChangeSetResponse> found = find(work.stackName());
        return switch (found.map(Proposal::outcome).orElse(Proposal.Outcome.ABSENT)) {
            case ABSENT -> work.isToBeCancelled() ? withdraw(creating) : create(creating);
            case UNDER_WAY -> new Step.Wait();
            case READY -> work.isToBeCancelled() ? withdraw(creating) : execute(found.orElseThrow(), creating);
            case EMPTY -> creating ? refuse(found.orElseThrow(), true) : nothingToDo();
            case FAILED -> refuse(found.orElseThrow(), creating);
        };
    }

    private Optional<DescribeChangeSetResponse> find(String stack) {
        return work.calls().changeSet(stack, work.job().changeSet());
    }

    /// When the stack changed since it was looked at, it is considered anew.
    private Step create(boolean creating) {
        Job job = work.job();
        var packed = work.parcel().pack(work.journal().template(), job.changeSet());
        try {
            work.calls().createChangeSet(Proposal.of(job, creating).request(packed));
            return new Step.Wait();
        } catch (CloudFormationException answer) {
            if (Proposal.hasNoChanges(AwsFault.text(answer))) {
                return nothingToDo();
            }
            if (StackCalls.isBusy(answer) || StackCalls.isAbsent(answer) || StackCalls.isThere(answer)) {
                return Step.go(new Phase.Survey());
            }
            throw answer;
        }
    }

    private Step execute(DescribeChangeSetResponse ready, boolean creating) {
        return new Step.Go(new Phase.Executing(ready.stackId(), creating), ready.stackId());
    }

    private Step nothingToDo() {
        deleteChangeSet();
        work.log().say("Nothing changes in stack %s".formatted(work.stackName()));
        return work.calls().find(work.stackName()).map(work::finish).orElseGet(() -> Step.go(new Phase.Survey()));
    }

    private Step refuse(DescribeChangeSetResponse failed, boolean creating) {
        discard(creating);
        return work.fail(Proposal.reason(failed));
    }

    private Step withdraw(boolean creating) {
        discard(creating);
        return work.cancelled();
    }

    private void discard(boolean creating) {
        deleteChangeSet();
        if (creating) {
            Optional<Stack> stack = work.calls().find(work.stackName());
            stack.filter(_ -> Standing.of(stack) == Standing.REVIEWED)
                    .ifPresent(review ->
                            work.calls().delete(review.stackId(), work.job().token("-review")));
        }
    }

    private void deleteChangeSet() {
        work.calls().deleteChangeSet(work.stackName(), work.job().changeSet());
    }

    /// CloudFormation deletes change sets that were executed: one that is gone was, when the stack has new events.
    Step execute(String stack, boolean creating) {
        Optional<DescribeChangeSetResponse> found = find(stack);
        if (found.map(Proposal::outcome).orElse(Proposal.Outcome.ABSENT) == Proposal.Outcome.ABSENT) {
            return work.watch(stack).isPresent() && !work.marks().status().isEmpty()
                    ? Step.go(new Phase.Following(stack, creating))
                    : Step.go(new Phase.Survey());
        }
        return switch (found.orElseThrow().executionStatus()) {
            case AVAILABLE -> work.isToBeCancelled() ? withdraw(creating) : start(stack, creating);
            case EXECUTE_IN_PROGRESS, EXECUTE_COMPLETE, EXECUTE_FAILED -> Step.go(new Phase.Following(stack, creating));
            case OBSOLETE -> {
                deleteChangeSet();
                yield Step.go(new Phase.Survey());
            }
            case UNAVAILABLE, UNKNOWN_TO_SDK_VERSION -> new Step.Wait();
        };
    }

    private Step start(String stack, boolean creating) {
        Job job = work.job();
        boolean begun = work.calls().executeChangeSet(stack, job.changeSet(), job.token("-execute"));
        return begun ? Step.go(new Phase.Following(stack, creating)) : new Step.Wait();
    }
}

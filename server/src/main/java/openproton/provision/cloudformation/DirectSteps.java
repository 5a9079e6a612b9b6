package openproton.provision.cloudformation;

import openproton.provision.aws.AwsFault;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/// Creates and updates a stack without a change set. The token of the order makes a repeated call do nothing more, so
/// that a cancelled order may repeat it to learn which stack there is to cancel.
record DirectSteps(Work work) {

    Step submit(boolean creating) {
        Job job = work.job();
        var packed = work.parcel().pack(work.journal().template(), job.changeSet());
        var proposal = Proposal.of(job, creating);
        try {
            String stack = creating
                    ? work.calls().createStack(proposal.creation(packed))
                    : work.calls().updateStack(proposal.update(packed));
            return Step.go(new Phase.Following(stack, creating));
        } catch (CloudFormationException answer) {
            return Proposal.hasNoChanges(AwsFault.text(answer)) ? nothingToDo() : again(answer);
        }
    }

    /// When the stack changed since it was looked at, it is considered anew.
    private static Step again(CloudFormationException answer) {
        if (StackCalls.isBusy(answer) || StackCalls.isAbsent(answer) || StackCalls.isThere(answer)) {
            return Step.go(new Phase.Survey());
        }
        throw answer;
    }

    private Step nothingToDo() {
        work.log().say("Nothing changes in stack %s".formatted(work.stackName()));
        return work.calls().find(work.stackName()).map(work::finish).orElseGet(() -> Step.go(new Phase.Survey()));
    }
}

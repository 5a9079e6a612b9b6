package openproton.provision.cloudformation;

import openproton.provision.aws.AwsFault;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackRequest;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/// Creates or updates a stack without a change set. The token of the order makes a repeated call harmless; a
/// cancelled order repeats the call to learn which stack to cancel.
record DirectSteps(StackOperation operation) {

    StackStep submit(boolean creating) {
        StackOrder order = operation.order();
        var packed = operation.upload().pack(operation.memory().template(), order.changeSet());
        var request = order.request(creating);
        try {
            String stack = creating
                    ? operation.calls().createStack(request.creation(packed))
                    : operation.calls().updateStack(request.update(packed));
            return StackStep.go(new StackStage.WatchingStack(stack, creating));
        } catch (CloudFormationException answer) {
            return StackRequest.hasNoChanges(AwsFault.text(answer)) ? operation.nothingToDo() : again(answer);
        }
    }

    /// Examines the stack again if it has changed in the meantime.
    private static StackStep again(CloudFormationException answer) {
        if (StackCalls.isOutdated(answer)) {
            return StackStep.go(new StackStage.Examining());
        }
        throw answer;
    }
}

package openproton.provision.cloudformation;

import openproton.provision.aws.AwsFault;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackRequest;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/// Creates and updates a stack without a change set. The token of the order makes a repeated call do nothing more, so
/// that a cancelled order may repeat it to learn which stack there is to cancel.
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
            return StackRequest.hasNoChanges(AwsFault.text(answer)) ? nothingToDo() : again(answer);
        }
    }

    /// When the stack changed since it was looked at, it is considered anew.
    private static StackStep again(CloudFormationException answer) {
        if (StackCalls.isBusy(answer) || StackCalls.isAbsent(answer) || StackCalls.isThere(answer)) {
            return StackStep.go(new StackStage.Examining());
        }
        throw answer;
    }

    private StackStep nothingToDo() {
        operation.log().say("Nothing changes in stack %s".formatted(operation.stackName()));
        return operation
                .calls()
                .find(operation.stackName())
                .map(operation::finish)
                .orElseGet(() -> StackStep.go(new StackStage.Examining()));
    }
}

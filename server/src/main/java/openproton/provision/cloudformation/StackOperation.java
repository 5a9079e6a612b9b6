package openproton.provision.cloudformation;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import openproton.provision.Progress;
import openproton.provision.cloudformation.stack.StackCalls;
import openproton.provision.cloudformation.stack.StackFailures;
import openproton.provision.cloudformation.stack.TemplateUpload;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// One order with everything that its steps use: the stack's calls, the log, the clock.
///
/// @param memory what the engine knows of the order
/// @param order what to do
/// @param calls to the stack
/// @param upload passes the template to CloudFormation
/// @param log of the deployment
record StackOperation(
        StackMemory memory,
        StackOrder order,
        StackCalls calls,
        TemplateUpload upload,
        StackLog log,
        InstantSource clock) {
    private static final int IDENTIFIER_LENGTH_MAX = 200;

    String stackName() {
        return order.subject().stackName();
    }

    boolean isToBeCancelled() {
        return memory.isToBeCancelled();
    }

    StackPosition.Marks marks() {
        return memory.state().marks();
    }

    /// Reads the stack, and writes its new events into the log.
    ///
    /// @param id its ARN
    Optional<Stack> watch(String id) {
        Optional<Stack> stack = calls.find(id);
        StackPosition state = memory.state();
        StackPosition.Marks marks = state.marks();
        List<StackEvent> news = calls.eventsSince(id, marks.last());
        if (!news.isEmpty()) {
            log.tell(news);
            String status = news.reversed().stream()
                    .filter(event -> id.equals(event.physicalResourceId()))
                    .map(StackEvent::resourceStatusAsString)
                    .findFirst()
                    .orElse(marks.status());
            memory.keep(state.with(
                    new StackPosition.Marks(marks.from(), news.getLast().eventId(), status)));
        }
        return stack;
    }

    /// Whether the stack reached its status after this order began to change it. Just after a call, AWS may still
    /// show the previous status.
    boolean isNews(Stack stack) {
        return stack.stackStatusAsString().equals(marks().status());
    }

    StackStep finish(Stack stack) {
        var outputs = new LinkedHashMap<String, String>();
        stack.outputs().forEach(output -> outputs.put(output.outputKey(), output.outputValue()));
        String id = stack.stackId();
        var resource = new Progress.Resource(
                stack.stackName(), id.substring(0, Math.min(id.length(), IDENTIFIER_LENGTH_MAX)), "CLOUDFORMATION");
        return new StackStep.End(new Progress.Finished(outputs, List.of(resource)));
    }

    /// The end of an order that changes nothing.
    StackStep nothingToDo() {
        log.say("Nothing changes in stack %s".formatted(stackName()));
        return calls.find(stackName()).map(this::finish).orElseGet(() -> StackStep.go(new StackStage.Examining()));
    }

    /// The end of an order whose stack failed.
    StackStep fail(Stack stack) {
        List<StackEvent> events = calls.eventsSince(stack.stackId(), marks().from());
        return fail(new StackFailures(stack, events).why());
    }

    StackStep fail(String why) {
        return new StackStep.End(new Progress.Broken(StackFailures.cut(why)));
    }

    StackStep cancelled() {
        return new StackStep.End(new Progress.Cancelled());
    }
}

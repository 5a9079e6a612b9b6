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

/// What is at hand while an order is looked at.
///
/// @param memory remembers it
/// @param order what was ordered
/// @param calls reach its stack
/// @param upload hands its template over
/// @param log tells people
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

    /// Looks at a stack, and tells the log what happened to it since the last look.
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

    /// Whether the status of a stack is one that it came to since this order began to change it: just after a call,
    /// AWS may still show the status of before.
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

    /// The end of an order whose stack came to rest badly.
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

package openproton.provision.cloudformation.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/// Why an operation on a stack failed, with the reasons that CloudFormation gave.
///
/// @param stack after the operation
/// @param events of the operation, oldest first
public record StackFailures(Stack stack, List<StackEvent> events) {
    private static final int LENGTH_MAX = 5000;

    /// The first failures, one a line, as `LogicalId (Type): reason`. Resources that were only cancelled because
    /// another one failed are left out.
    public String why() {
        String first = "Stack %s is %s.".formatted(stack.stackName(), stack.stackStatusAsString());
        String reasons = events.stream()
                .filter(event -> isFailure(event) && !stack.stackId().equals(event.physicalResourceId()))
                .filter(event -> !reason(event).endsWith("cancelled"))
                .map(event -> "%s (%s): %s".formatted(event.logicalResourceId(), event.resourceType(), reason(event)))
                .distinct()
                .collect(Collectors.joining("\n"));
        return cut(Stream.of(first, reasons.isEmpty() ? ownReason() : reasons)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private String ownReason() {
        return Optional.ofNullable(stack.stackStatusReason()).orElse("");
    }

    private static boolean isFailure(StackEvent event) {
        return event.resourceStatusAsString().endsWith("_FAILED")
                && !reason(event).isBlank();
    }

    private static String reason(StackEvent event) {
        return Optional.ofNullable(event.resourceStatusReason()).orElse("");
    }

    public static String cut(String why) {
        return why.length() <= LENGTH_MAX ? why : why.substring(0, LENGTH_MAX - 1) + "…";
    }
}

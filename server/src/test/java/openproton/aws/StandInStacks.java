package openproton.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// All stacks, deleted ones included.
final class StandInStacks {
    private final Faults faults;
    private final History history = new History();
    private final List<Stack> stacks = new ArrayList<>();
    private int ticksPerResource = 1;

    StandInStacks(Faults faults) {
        this.faults = faults;
    }

    void ticksPerResource(int ticks) {
        ticksPerResource = ticks;
    }

    List<Stack> all() {
        return stacks;
    }

    History history() {
        return history;
    }

    /// A stack by its name, if it is not deleted, or by its id.
    Optional<Stack> find(Caller caller, String nameOrId) {
        Predicate<Stack> wanted = nameOrId.startsWith("arn:")
                ? stack -> stack.id().equals(nameOrId)
                : stack -> stack.name().equals(nameOrId) && !stack.isDeleted();
        return visible(caller).stream().filter(wanted).findFirst();
    }

    Stack get(Caller caller, String nameOrId) {
        return find(caller, nameOrId)
                .orElseThrow(() -> AwsRefusal.validation("Stack with id %s does not exist".formatted(nameOrId)));
    }

    List<Stack> visible(Caller caller) {
        return stacks.stream()
                .filter(stack -> stack.account().equals(caller.account())
                        && stack.region().equals(caller.region()))
                .toList();
    }

    Stack add(Caller caller, String name, StackDefinition definition) {
        var stack = new Stack(new ResourceValues(caller.account(), caller.region(), name), definition, history);
        stacks.addFirst(stack);
        return stack;
    }

    ResourcePlan plan(Stack stack, StackDefinition definition) {
        return new ResourcePlan(stack, definition, name -> exported(stack, name), faults);
    }

    void start(Stack stack, StackDefinition definition, Phase phase, String onFailure, String token) {
        stack.start(new Journey(plan(stack, definition), phase, ticksPerResource, onFailure), token);
        if (ticksPerResource == 0) {
            runToEnd(stack);
        }
    }

    /// Ticks until the stack is settled, or until a resource stays.
    static void runToEnd(Stack stack) {
        while (stack.tick()) {
            // each tick is one step
        }
    }

    /// Lets time pass for what somebody looks at.
    static void look(List<Stack> seen) {
        seen.forEach(Stack::tick);
    }

    private String exported(Stack importer, String name) {
        return stacks.stream()
                .filter(stack -> !stack.isDeleted()
                        && stack.account().equals(importer.account())
                        && stack.region().equals(importer.region()))
                .flatMap(stack -> stack.outputs().stream())
                .filter(output -> output.export().filter(name::equals).isPresent())
                .map(Output::value)
                .findFirst()
                .orElseThrow(() -> AwsRefusal.validation("No export named %s found.".formatted(name)));
    }
}

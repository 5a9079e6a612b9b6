package openproton.provision.cloudformation;

import java.util.Map;
import openproton.provision.polled.StoredMembers;

/// How far an order came. The engine may enter each stage again after a crash: its calls carry a token or a name made
/// from the deployment id, so that AWS carries them out once.
///
/// | stage | goes on to |
/// | --- | --- |
/// | `Examining` | any of the next five, or the end when nothing is to be done |
/// | `DeletingRemains`, `ContinuingRollback` | `Examining` |
/// | `CreatingChangeSet` | `ExecutingChangeSet`, or the end when nothing changes |
/// | `ExecutingChangeSet` | `WatchingStack`; `Examining` when the stack was changed by others |
/// | `ChangingDirectly` | `WatchingStack`; `Examining` when the stack was changed by others; the end when nothing
/// changes |
/// | `WatchingStack` | the end; `DeletingStack` when a first creation is cancelled |
/// | `DeletingStack` | the end |
sealed interface StackStage {

    /// The status of the stack decides what to do; nothing was done to it.
    record Examining() implements StackStage {}

    /// A stack whose creation failed is deleted, so that it can be created anew.
    ///
    /// @param stack its ARN, here and below
    record DeletingRemains(String stack) implements StackStage {}

    /// A rollback that failed is continued.
    record ContinuingRollback(String stack) implements StackStage {}

    /// CloudFormation creates the change set.
    ///
    /// @param creating whether there was no stack, here and below
    record CreatingChangeSet(boolean creating) implements StackStage {}

    /// The change set is ready; AWS knows whether it was executed.
    record ExecutingChangeSet(String stack, boolean creating) implements StackStage {}

    /// The stack is created or updated without a change set.
    record ChangingDirectly(boolean creating) implements StackStage {}

    /// CloudFormation works on the stack.
    record WatchingStack(String stack, boolean creating) implements StackStage {}

    /// CloudFormation deletes the stack.
    ///
    /// @param undoing whether its cancelled first creation is the reason
    record DeletingStack(String stack, boolean undoing) implements StackStage {}

    /// The name in `state.json`. Installations hold files with these names: they never change.
    default String storedName() {
        return switch (this) {
            case Examining() -> "Survey";
            case DeletingRemains _ -> "Clearing";
            case ContinuingRollback _ -> "Recovering";
            case CreatingChangeSet _ -> "Proposing";
            case ChangingDirectly _ -> "Submitting";
            case ExecutingChangeSet _ -> "Executing";
            case WatchingStack _ -> "Following";
            case DeletingStack _ -> "Removing";
        };
    }

    /// The members in `state.json` that belong to the stage.
    default Map<String, Object> storedMembers() {
        return switch (this) {
            case Examining() -> Map.of();
            case DeletingRemains(var stack) -> Map.of("stack", stack);
            case ContinuingRollback(var stack) -> Map.of("stack", stack);
            case CreatingChangeSet(var creating) -> Map.of("creating", creating);
            case ChangingDirectly(var creating) -> Map.of("creating", creating);
            case ExecutingChangeSet(var stack, var creating) -> Map.of("stack", stack, "creating", creating);
            case WatchingStack(var stack, var creating) -> Map.of("stack", stack, "creating", creating);
            case DeletingStack(var stack, var undoing) -> Map.of("stack", stack, "undoing", undoing);
        };
    }

    /// Reads the stage from the members of `state.json`.
    static StackStage stored(Map<?, ?> members) {
        String stack = StoredMembers.text(members, "stack");
        boolean creating = Boolean.TRUE.equals(members.get("creating"));
        String name = StoredMembers.text(members, "phase");
        return switch (name) {
            case "Survey" -> new Examining();
            case "Clearing" -> new DeletingRemains(stack);
            case "Recovering" -> new ContinuingRollback(stack);
            case "Proposing" -> new CreatingChangeSet(creating);
            case "Submitting" -> new ChangingDirectly(creating);
            case "Executing" -> new ExecutingChangeSet(stack, creating);
            case "Following" -> new WatchingStack(stack, creating);
            case "Removing" -> new DeletingStack(stack, Boolean.TRUE.equals(members.get("undoing")));
            default -> throw new IllegalStateException("'%s' is no stage of an order".formatted(name));
        };
    }
}

package openproton.provision.cloudformation;

import openproton.provision.Progress;

/// Brings an order as far as possible without waiting, step by step. Each stage is stored before the next step.
///
/// @param changeSets whether stacks are changed through change sets
record AdvanceStack(StackOperation operation, boolean changeSets) {
    private static final int STEPS_MAX = 8;

    Progress advance() {
        for (int steps = 0; steps < STEPS_MAX; steps++) {
            StackPosition state = operation.memory().state();
            switch (step(state.stage())) {
                case StackStep.Wait(var what) -> {
                    return new Progress.Running(what);
                }
                case StackStep.End(var progress) -> {
                    return new FinishStackOrder(operation.memory(), operation.upload(), operation.log())
                            .close(progress);
                }
                case StackStep.Go(var next, var marksAt) -> {
                    enter(
                            next,
                            marksAt.isEmpty()
                                    ? operation.marks()
                                    : StackPosition.Marks.at(operation.calls().newestEvent(marksAt)));
                    if (next instanceof StackStage.Examining) {
                        return new Progress.Running();
                    }
                }
            }
        }
        return new Progress.Running();
    }

    private StackStep step(StackStage stage) {
        return switch (stage) {
            case StackStage.Examining() -> new ExamineStack(operation, changeSets).step();
            case StackStage.DeletingRemains(var stack) -> new StackSteps(operation).clear(stack);
            case StackStage.ContinuingRollback(var stack) -> new StackSteps(operation).recover(stack);
            case StackStage.CreatingChangeSet(var creating) -> new ChangeSetSteps(operation).propose(creating);
            case StackStage.ChangingDirectly(var creating) -> new DirectSteps(operation).submit(creating);
            case StackStage.ExecutingChangeSet(var stack, var creating) ->
                new ChangeSetSteps(operation).execute(stack, creating);
            case StackStage.WatchingStack(var stack, var creating) -> new StackSteps(operation).follow(stack, creating);
            case StackStage.DeletingStack(var stack, var undoing) -> new StackSteps(operation).remove(stack, undoing);
        };
    }

    private void enter(StackStage next, StackPosition.Marks marks) {
        operation.memory().keep(new StackPosition(next, operation.clock().instant(), marks));
    }
}

package openproton.provision.cloudformation;

import openproton.provision.Progress;

/// Brings an order as far as it goes without waiting: one step after the other, each kept before the next.
///
/// @param changeSets whether stacks are changed through change sets
record Course(Work work, boolean changeSets) {
    private static final int STEPS_MAX = 8;

    Progress advance() {
        for (int steps = 0; steps < STEPS_MAX; steps++) {
            State state = work.journal().state();
            switch (step(state.phase())) {
                case Step.Wait(var what) -> {
                    return new Progress.Running(what);
                }
                case Step.End(var progress) -> {
                    return new Closing(work.journal(), work.parcel(), work.log()).close(progress);
                }
                case Step.Go(var next, var marksAt) -> {
                    enter(
                            next,
                            marksAt.isEmpty()
                                    ? work.marks()
                                    : State.Marks.at(work.calls().newestEvent(marksAt)));
                    if (next instanceof Phase.Survey) {
                        return new Progress.Running();
                    }
                }
            }
        }
        return new Progress.Running();
    }

    private Step step(Phase phase) {
        return switch (phase) {
            case Phase.Survey() -> new Survey(work, changeSets).step();
            case Phase.Clearing(var stack) -> new StackSteps(work).clear(stack);
            case Phase.Recovering(var stack) -> new StackSteps(work).recover(stack);
            case Phase.Proposing(var creating) -> new ChangeSetSteps(work).propose(creating);
            case Phase.Submitting(var creating) -> new DirectSteps(work).submit(creating);
            case Phase.Executing(var stack, var creating) -> new ChangeSetSteps(work).execute(stack, creating);
            case Phase.Following(var stack, var creating) -> new StackSteps(work).follow(stack, creating);
            case Phase.Removing(var stack, var undoing) -> new StackSteps(work).remove(stack, undoing);
        };
    }

    private void enter(Phase next, State.Marks marks) {
        work.journal().keep(new State(next, work.clock().instant(), marks));
    }
}

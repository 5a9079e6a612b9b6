package openproton.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openproton.store.Transaction;

/// A named list of steps that a job goes through in order. A step may be run twice and must then change nothing more.
///
/// Step names are part of the stored data: to change the meaning of a step, name a new workflow.
///
/// @param name unique in the house
/// @param steps in order
/// @param failure saves the end of a job when a step returns [Verdict.Fail], or has thrown too often
public record Workflow(String name, List<Step> steps, Failure failure) {

    /// One step of a workflow.
    ///
    /// @param run takes the id of the job and does its work outside any transaction
    public record Step(String name, Function<String, Verdict> run) {}

    /// Saves that a job can never succeed.
    @FunctionalInterface
    public interface Failure {

        /// @param job the job's id
        /// @param why for the person who started the job
        void save(Transaction tx, String job, String why);
    }

    public Workflow {
        steps = List.copyOf(steps);
    }

    /// A workflow without steps.
    public static Workflow named(String name, Failure failure) {
        return new Workflow(name, List.of(), failure);
    }

    /// This workflow with one more step at its end.
    public Workflow step(String stepName, Function<String, Verdict> run) {
        var more = new ArrayList<>(steps);
        more.add(new Step(stepName, run));
        return new Workflow(name, more, failure);
    }

    Step stepNamed(String stepName) {
        return steps.stream()
                .filter(step -> step.name().equals(stepName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("workflow %s has no step %s".formatted(name, stepName)));
    }

    /// The step after another; the last one is followed by none.
    Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }
}

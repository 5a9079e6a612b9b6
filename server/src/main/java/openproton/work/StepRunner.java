package openproton.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import openproton.store.Database;
import openproton.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the current step of a job, and saves its verdict together with the next step.
record StepRunner(Database database, JoiningSource source, Workflow workflow, InstantSource clock, Bell bell) {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final int FAILURES_MAX = 60;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final int DOUBLINGS_MAX = 7;

    /// The workflow as the scheduler knows it: the job's data is the name of its step.
    Task<String> task() {
        return Tasks.custom(workflow.name(), String.class)
                .onFailure((complete, operations) -> afterFailure(complete, operations))
                .onDeadExecutionRevive()
                .execute((job, _) -> run(job.getId(), job.getData()));
    }

    private CompletionHandler<String> run(String job, String stepName) {
        Workflow.Step step = workflow.stepNamed(stepName);
        LOG.debug("{} {}: {}", workflow.name(), job, stepName);
        Verdict verdict = step.run().apply(job);
        return (complete, operations) -> save(job, step, verdict, complete, operations);
    }

    private void save(
            String job,
            Workflow.Step step,
            Verdict verdict,
            ExecutionComplete complete,
            ExecutionOperations<String> operations) {
        switch (verdict) {
            case Verdict.Done(var change) ->
                together(
                        tx -> {
                            change.accept(tx);
                            tx.afterCommit(bell::ring);
                        },
                        () -> move(step, complete, operations));
            case Verdict.Wait(var pause) ->
                together(
                        _ -> {},
                        () -> operations.reschedule(complete, clock.instant().plus(pause)));
            case Verdict.Fail(var why) -> together(tx -> workflow.failure().save(tx, job, why), operations::remove);
            case Verdict.End(var change) -> together(change, operations::remove);
        }
    }

    private void move(Workflow.Step step, ExecutionComplete complete, ExecutionOperations<String> operations) {
        workflow.after(step)
                .ifPresentOrElse(
                        next -> operations.reschedule(complete, clock.instant(), next.name()), operations::remove);
    }

    private void together(Consumer<Transaction> change, Runnable jobChange) {
        database.change(tx -> {
            change.accept(tx);
            source.join(tx, jobChange);
        });
    }

    private void afterFailure(ExecutionComplete complete, ExecutionOperations<String> operations) {
        Execution execution = complete.getExecution();
        String job = execution.taskInstance.getId();
        int failures = execution.consecutiveFailures;
        complete.getCause()
                .ifPresent(cause -> LOG.warn("{} {} failed, attempt {}", workflow.name(), job, failures + 1, cause));
        if (failures + 1 >= FAILURES_MAX) {
            String why = "The server could not go on after %d attempts; its log has the reason. Try again, or delete."
                    .formatted(FAILURES_MAX);
            together(tx -> workflow.failure().save(tx, job, why), operations::remove);
        } else {
            Duration pause = PAUSE_AFTER_FAILURE.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
            operations.reschedule(complete, clock.instant().plus(pause));
        }
    }
}

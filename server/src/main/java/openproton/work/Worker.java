package openproton.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import openproton.store.Database;

/// Runs due jobs until it is closed; several workers on one PostgreSQL share the jobs.
public final class Worker implements AutoCloseable {
    private static final String FREE = """
        UPDATE scheduled_tasks
           SET picked = ?, picked_by = NULL, last_heartbeat = NULL, version = version + 1
         WHERE picked = ?
        """;
    private static final int JOBS_AT_ONCE_MAX = 32;
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int HEARTBEATS_MISSED_MAX = 4;
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

    private final Scheduler scheduler;

    /// @param bell rung by [Jobs] when a job becomes due
    public Worker(Database database, List<Workflow> workflows, InstantSource clock, Bell bell) {
        var source = new JoiningSource(database.forWork());
        this.scheduler = Scheduler.create(source, tasks(database, source, workflows, clock, bell))
                .serializer(new StepNames())
                .clock(clock::instant)
                .threads(JOBS_AT_ONCE_MAX)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(PAUSE_BETWEEN_LOOKS)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED_MAX)
                .shutdownMaxWait(STOP_WAIT_MAX)
                .build();
        bell.onRing(scheduler::triggerCheckForDueExecutions);
    }

    static List<Task<?>> tasks(
            Database database, JoiningSource source, List<Workflow> workflows, InstantSource clock, Bell bell) {
        return workflows.stream()
                .<Task<?>>map(workflow -> new StepRunner(database, source, workflow, clock, bell).task())
                .toList();
    }

    /// Frees the jobs that a dead worker was running. Only for a database that no other worker uses; elsewhere
    /// jobs are freed when their worker's heartbeats stop.
    public static void freeAll(Database database) {
        database.change(tx -> {
            try (PreparedStatement statement = tx.connection().prepareStatement(FREE)) {
                statement.setBoolean(1, false);
                statement.setBoolean(2, true);
                statement.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException("could not free the jobs of an earlier worker", failure);
            }
        });
    }

    /// Starts to run jobs, also those of workers that died.
    public void start() {
        scheduler.start();
    }

    /// Takes no more jobs and waits for the steps that run right now.
    @Override
    public void close() {
        scheduler.stop();
    }
}

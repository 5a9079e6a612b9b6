package openproton.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import openproton.store.Database;
import openproton.store.Transaction;

/// Starts and wakes jobs, always in the transaction of the rows they serve.
public final class Jobs {
    private static final String WAKE = """
        UPDATE scheduled_tasks
           SET execution_time = ?, version = version + 1
         WHERE task_name = ? AND task_instance = ? AND picked = ?
        """;

    private final JoiningSource source;
    private final SchedulerClient client;
    private final InstantSource clock;
    private final Bell bell;

    /// @param bell rung after each commit that left a job due
    public Jobs(Database database, InstantSource clock, Bell bell) {
        this.source = new JoiningSource(database.forWork());
        this.client = SchedulerClient.Builder.create(source)
                .serializer(new StepNames())
                .build();
        this.clock = clock;
        this.bell = bell;
    }

    /// Starts a job at the first step of its workflow; it runs as soon as the transaction commits. Does nothing when
    /// the job exists.
    ///
    /// @param job unique among the jobs of the workflow that are not over
    public void start(Transaction tx, FirstStep entry, String job) {
        var instance = new TaskInstance<>(entry.workflow(), job, entry.step());
        source.join(tx, () -> client.scheduleIfNotExists(instance, clock.instant()));
        tx.afterCommit(bell::ring);
    }

    /// Ends the wait of a job, if it is waiting; does nothing when it runs right now or is over.
    public void wake(Transaction tx, FirstStep entry, String job) {
        try (PreparedStatement statement = tx.connection().prepareStatement(WAKE)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setString(2, entry.workflow());
            statement.setString(3, job);
            statement.setBoolean(4, false);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("could not wake " + job, failure);
        }
        tx.afterCommit(bell::ring);
    }
}

package openproton.work;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import openproton.base.SettableClock;
import openproton.store.Database;

/// Runs jobs in the thread of the test, in the order of their times; the clock jumps to the next one that is due.
public final class ManualWorker {
    private final SettableClock clock;
    private final ManualScheduler scheduler;

    public ManualWorker(Database database, List<Workflow> workflows, SettableClock clock) {
        this(database, workflows, clock, UnaryOperator.identity());
    }

    /// @param breaking stands between the scheduler and its connections, to break them
    public ManualWorker(
            Database database, List<Workflow> workflows, SettableClock clock, UnaryOperator<DataSource> breaking) {
        var source = new JoiningSource(breaking.apply(database.forWork()));
        var builder =
                TestHelper.createManualScheduler(source, Worker.tasks(database, source, workflows, clock, new Bell()));
        builder.clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                .serializer(new StepNames());
        this.clock = clock;
        this.scheduler = builder.build();
    }

    /// Runs every job that is due now, also those that become due by that.
    public void runDue() {
        while (next().filter(time -> !time.isAfter(clock.instant())).isPresent()) {
            scheduler.setTime(clock.instant());
            scheduler.runAnyDueExecutions();
        }
    }

    /// Lets time pass and runs the jobs on the way; stops early when there are none left.
    public void passTime(Duration time) {
        Instant end = clock.instant().plus(time);
        runDue();
        for (Optional<Instant> next = next();
                next.filter(due -> !due.isAfter(end)).isPresent();
                next = next()) {
            clock.pass(Duration.between(clock.instant(), next.get()));
            runDue();
        }
    }

    /// When the next job is due that is not being run.
    private Optional<Instant> next() {
        return scheduler.getScheduledExecutions().stream()
                .map(ScheduledExecution::getExecutionTime)
                .min(Instant::compareTo);
    }
}

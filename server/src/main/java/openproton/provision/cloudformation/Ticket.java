package openproton.provision.cloudformation;

import java.time.Duration;
import java.time.InstantSource;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsIdentity;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.watched.Pace;
import openproton.provision.watched.Watched;
import software.amazon.awssdk.core.exception.SdkException;

/// One running order in the memory of one server: when AWS was asked about it, and what its log said last.
final class Ticket implements Watched {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LAST = Duration.ofSeconds(10);
    private static final Duration LAST_IN_TROUBLE = Duration.ofSeconds(60);

    private final Journal journal;
    private final AwsClients clients;
    private final Parcel parcel;
    private final boolean changeSets;
    private final StackLog log;
    private final InstantSource clock;
    private final Pace pace;

    Ticket(
            Journal journal,
            AwsClients clients,
            Parcel parcel,
            boolean changeSets,
            DeploymentLog log,
            InstantSource clock) {
        this.journal = journal;
        this.clients = clients;
        this.parcel = parcel;
        this.changeSets = changeSets;
        this.log = new StackLog(log, journal.job().deploymentId());
        this.clock = clock;
        this.pace = new Pace(clock, FIRST);
    }

    @Override
    public boolean isDue() {
        return pace.isDue();
    }

    @Override
    public Duration pause() {
        return pace.left();
    }

    @Override
    public void hurry() {
        pace.hurry();
    }

    @Override
    public Progress ask() {
        Job job = journal.job();
        String region = clients.region(job.region());
        AwsIdentity identity = job.identity(region);
        Phase before = journal.state().phase();
        try {
            var calls = new StackCalls(clients.cloudFormation(region), clients.as(identity));
            var work = new Work(journal, job, calls, parcel, log, clock);
            Progress progress = new Course(work, changeSets).advance();
            restAfterAnswer(!before.equals(journal.state().phase()));
            return progress;
        } catch (SdkException | AwsRefusal failure) {
            if (AwsFault.isOldSession(failure)) {
                clients.forget(identity);
            }
            return fail(AwsFault.of(failure));
        }
    }

    /// What changed goes on fast, the rest slower and slower.
    private void restAfterAnswer(boolean changed) {
        if (changed) {
            pace.shorten();
        } else {
            pace.lengthen(150, LAST);
        }
        pace.rest();
    }

    private Progress fail(AwsFault fault) {
        return switch (fault) {
            case AwsFault.Passing(var why) -> tryLater(why);
            case AwsFault.NoCredentials(var why) -> isUntouched() ? end(why) : tryLater(why);
            case AwsFault.Lasting(var why) -> end(why);
        };
    }

    private boolean isUntouched() {
        return journal.state().phase() instanceof Phase.Survey;
    }

    private Progress tryLater(String why) {
        if (journal.isToBeCancelled() && isUntouched()) {
            return closing().close(new Progress.Cancelled());
        }
        pace.rest();
        pace.lengthen(200, LAST_IN_TROUBLE);
        String trouble = "AWS cannot go on with this now; it is asked again: " + why;
        log.say(trouble);
        return Progress.Running.waitingFor(Failures.cut(trouble));
    }

    private Progress end(String why) {
        return closing().close(new Progress.Broken(Failures.cut(why)));
    }

    private Closing closing() {
        return new Closing(journal, parcel, log);
    }
}

package openproton.provision.cloudformation;

import java.time.InstantSource;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsFault;
import openproton.provision.aws.AwsIdentity;
import openproton.provision.aws.AwsRefusal;
import software.amazon.awssdk.core.exception.SdkException;

/// One running order in the memory of one server: when it was looked at, and what its log said last.
final class Ticket {
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
        this.pace = new Pace(clock);
    }

    /// Asks AWS, unless it did so just before.
    synchronized Progress look() {
        var end = journal.end();
        if (end.isPresent()) {
            return end.get();
        }
        return pace.isDue() ? ask() : new Progress.Running();
    }

    synchronized void cancel() {
        if (journal.end().isEmpty() && !journal.isToBeCancelled()) {
            journal.askToCancel();
            pace.hurry();
        }
    }

    private Progress ask() {
        Job job = journal.job();
        String region = clients.region(job.region());
        AwsIdentity identity = job.identity(region);
        Phase before = journal.state().phase();
        try {
            var calls = new StackCalls(clients.cloudFormation(region), clients.as(identity));
            var work = new Work(journal, job, calls, parcel, log, clock);
            Progress progress = new Course(work, changeSets).advance();
            pace.answered(!before.equals(journal.state().phase()));
            return progress;
        } catch (SdkException | AwsRefusal failure) {
            if (AwsFault.isOldSession(failure)) {
                clients.forget(identity);
            }
            return fail(AwsFault.of(failure));
        }
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
        pace.troubled();
        log.say("AWS cannot go on with this now; it is asked again: " + why);
        return new Progress.Running();
    }

    private Progress end(String why) {
        return closing().close(new Progress.Broken(Failures.cut(why)));
    }

    private Closing closing() {
        return new Closing(journal, parcel, log);
    }
}

package openproton.provision.pullrequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import openproton.git.GitConnections;
import openproton.git.GitException;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;
import openproton.provision.watched.OrderLog;
import openproton.provision.watched.Pace;
import openproton.provision.watched.Watched;

/// One running order in the memory of one server: when its host was asked, and what its log said last.
final class Ticket implements Watched {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofMinutes(1);

    private final Journal journal;
    private final Job job;
    private final GitConnections connections;
    private final Hosts hosts;
    private final OrderLog log;
    private final InstantSource clock;
    private final Pace pace;

    Ticket(Journal journal, GitConnections connections, Hosts hosts, DeploymentLog log, InstantSource clock) {
        this.journal = journal;
        this.job = journal.job();
        this.connections = connections;
        this.hosts = hosts;
        this.log = new OrderLog(log, job.deploymentId());
        this.clock = clock;
        this.pace = new Pace(clock, FIRST);
    }

    @Override
    public boolean isDue() {
        return pace.isDue();
    }

    @Override
    public void hurry() {
        pace.shorten();
        pace.hurry();
    }

    /// Lets the next look ask the host at once, when the order is about that repository; never waits for a
    /// look.
    void wake(String repository) {
        if (plain(repository).equalsIgnoreCase(plain(job.place().repository()))) {
            pace.wake();
        }
    }

    @Override
    public Progress ask() {
        try {
            Work work = Work.of(job, connections, hosts);
            Progress progress = new Course(work, journal, new Proposer(work, journal, clock), log).advance();
            rest(Optional.empty());
            return progress;
        } catch (GitException failure) {
            return fail(failure);
        }
    }

    /// What can be otherwise later is tried again, and so is everything once the pull request is open.
    private Progress fail(GitException failure) {
        return switch (failure) {
            case GitException.Unreachable unreachable -> tryLater(failure, unreachable.retryAt());
            case GitException.Moved _ -> tryLater(failure, Optional.empty());
            case GitException.Refused _, GitException.NotThere _ ->
                isOpen() && !journal.isToBeCancelled() ? tryLater(failure, Optional.empty()) : giveUp(failure);
        };
    }

    private boolean isOpen() {
        return switch (journal.phase()) {
            case Phase.Ordered _, Phase.Pushing _ -> false;
            case Phase.Proposed _, Phase.Merged _ -> true;
        };
    }

    private Progress tryLater(GitException failure, Optional<Instant> notBefore) {
        rest(notBefore);
        String when = notBefore.map(time -> " from %s on".formatted(time)).orElse("");
        String why = String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
        log.say("this does not go on now and is tried again%s: %s".formatted(when, why));
        return Progress.Running.waitingFor("This does not go on now and is tried again: " + why);
    }

    /// Slower and slower, and not before the host said so.
    private void rest(Optional<Instant> notBefore) {
        pace.rest(notBefore.orElse(Instant.MIN));
        pace.lengthen(150, LAST);
    }

    private Progress giveUp(GitException failure) {
        String what = journal.isToBeCancelled()
                ? "The pull request could not be closed"
                : "The pull request could not be opened";
        String why = ProposalEnding.cut("%s: %s".formatted(what, failure.getMessage()), 5000);
        log.say(why.replaceAll("\\R", " "));
        dropBranch();
        return journal.close(new Progress.Broken(why));
    }

    /// A branch without a pull request is of no use to anybody; one that cannot be deleted stays.
    private void dropBranch() {
        if (!(journal.phase() instanceof Phase.Pushing)) {
            return;
        }
        try {
            Work work = Work.of(job, connections, hosts);
            if (work.repository().head(work.branch()).isPresent()) {
                work.repository().delete(work.branch());
            }
        } catch (GitException kept) {
            log.say("its branch may stay: %s".formatted(kept.getMessage()).replaceAll("\\R", " "));
        }
    }

    private static String plain(String repository) {
        return repository.replaceFirst("\\.git$", "");
    }
}

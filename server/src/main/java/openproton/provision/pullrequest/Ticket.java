package openproton.provision.pullrequest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import openproton.git.Connections;
import openproton.git.GitException;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.Progress;

/// One running order in the memory of one server: when its host was asked, and what its log said last.
final class Ticket {
    private final Journal journal;
    private final Job job;
    private final Connections connections;
    private final Hosts hosts;
    private final ProposalLog log;
    private final InstantSource clock;
    private final Pace pace;
    private volatile boolean woken;

    Ticket(Journal journal, Connections connections, Hosts hosts, DeploymentLog log, InstantSource clock) {
        this.journal = journal;
        this.job = journal.job();
        this.connections = connections;
        this.hosts = hosts;
        this.log = new ProposalLog(log, job.deploymentId());
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    /// Asks the host, unless it did so just before.
    synchronized Progress look() {
        Optional<Progress> end = journal.end();
        if (end.isPresent()) {
            return end.get();
        }
        if (!woken && !pace.isDue()) {
            return new Progress.Running();
        }
        woken = false;
        return ask();
    }

    synchronized void cancel() {
        if (journal.end().isEmpty() && !journal.isToBeCancelled()) {
            journal.askToCancel();
            pace.hurry();
        }
    }

    /// Lets the next look ask the host at once, when the order is about that repository; never waits for a
    /// look.
    void wake(String repository) {
        if (plain(repository).equalsIgnoreCase(plain(job.place().repository()))) {
            woken = true;
        }
    }

    private Progress ask() {
        try {
            Work work = Work.of(job, connections, hosts);
            Progress progress = new Course(work, journal, new Proposer(work, journal, clock), log).advance();
            pace.slower(Optional.empty());
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
        pace.slower(notBefore);
        String when = notBefore.map(time -> " from %s on".formatted(time)).orElse("");
        log.say("this does not go on now and is tried again%s: %s".formatted(when, failure.getMessage()));
        return new Progress.Running();
    }

    private Progress giveUp(GitException failure) {
        String what = journal.isToBeCancelled()
                ? "The pull request could not be closed"
                : "The pull request could not be opened";
        return journal.close(new Progress.Broken(Ending.cut("%s: %s".formatted(what, failure.getMessage()), 5000)));
    }

    private static String plain(String repository) {
        return repository.replaceFirst("\\.git$", "");
    }
}

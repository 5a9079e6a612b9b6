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
import openproton.provision.polled.OrderLog;
import openproton.provision.polled.PollTimer;
import openproton.provision.polled.RunningOrder;

/// A running order: advances its pull request at each poll, and decides when the next poll is due.
final class RunningPullRequest implements RunningOrder {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofSeconds(65);

    private final PullRequestMemory memory;
    private final PullRequestOrder order;
    private final GitConnections connections;
    private final Hosts hosts;
    private final OrderLog log;
    private final InstantSource clock;
    private final PollTimer pace;

    RunningPullRequest(
            PullRequestMemory memory, GitConnections connections, Hosts hosts, DeploymentLog log, InstantSource clock) {
        this.memory = memory;
        this.order = memory.order();
        this.connections = connections;
        this.hosts = hosts;
        this.log = new OrderLog(log, order.deploymentId());
        this.clock = clock;
        this.pace = new PollTimer(clock, FIRST);
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
        pace.shorten();
        pace.hurry();
    }

    /// Makes the next poll due at once if the order belongs to that repository. Does not wait for a poll that is
    /// running.
    void wake(String repository) {
        if (plain(repository).equalsIgnoreCase(plain(order.place().repository()))) {
            pace.wake();
        }
    }

    @Override
    public Progress advance() {
        try {
            PullRequestContext context = PullRequestContext.of(order, connections, hosts);
            Progress progress =
                    new AdvancePullRequest(context, memory, new OpenPullRequest(context, memory, clock), log).advance();
            rest(Optional.empty());
            return progress;
        } catch (GitException failure) {
            return fail(failure);
        }
    }

    /// Retries after passing failures, and after every failure once the pull request is open.
    private Progress fail(GitException failure) {
        return switch (failure) {
            case GitException.Unreachable unreachable -> tryLater(failure, unreachable.retryAt());
            case GitException.Moved _ -> tryLater(failure, Optional.empty());
            case GitException.Refused _, GitException.NotThere _ ->
                isOpen() && !memory.isToBeCancelled() ? tryLater(failure, Optional.empty()) : giveUp(failure);
        };
    }

    private boolean isOpen() {
        return switch (memory.stage()) {
            case PullRequestStage.Ordered _, PullRequestStage.Pushing _ -> false;
            case PullRequestStage.Opened _, PullRequestStage.Merged _ -> true;
        };
    }

    private Progress tryLater(GitException failure, Optional<Instant> notBefore) {
        rest(notBefore);
        String when = notBefore.map(time -> " from %s on".formatted(time)).orElse("");
        String why = String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
        log.say("the step failed; it will be retried%s: %s".formatted(when, why));
        return Progress.Running.waitingFor("The step failed; it will be retried: " + why);
    }

    /// Polls more and more slowly, and not before the time that the host named.
    private void rest(Optional<Instant> notBefore) {
        pace.rest(notBefore.orElse(Instant.MIN));
        pace.lengthen(150, LAST);
    }

    private Progress giveUp(GitException failure) {
        String what = memory.isToBeCancelled()
                ? "The pull request could not be closed"
                : "The pull request could not be opened";
        String why = PullRequestResultFormat.cut("%s: %s".formatted(what, failure.getMessage()), 5000);
        log.say(why.replaceAll("\\R", " "));
        dropBranch();
        return memory.close(new Progress.Broken(why));
    }

    /// Deletes a branch that has no pull request. If the host refuses, the branch stays.
    private void dropBranch() {
        if (!(memory.stage() instanceof PullRequestStage.Pushing)) {
            return;
        }
        try {
            PullRequestContext context = PullRequestContext.of(order, connections, hosts);
            if (context.repository().head(context.branch()).isPresent()) {
                context.repository().delete(context.branch());
            }
        } catch (GitException kept) {
            log.say("its branch may stay: %s".formatted(kept.getMessage()).replaceAll("\\R", " "));
        }
    }

    private static String plain(String repository) {
        return repository.replaceFirst("\\.git$", "");
    }
}

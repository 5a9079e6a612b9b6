package openproton.provision.pullrequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.git.GitException;
import openproton.git.host.ProposedBranch;
import openproton.git.host.PullRequest;
import openproton.provision.Order;
import openproton.provision.Progress;
import openproton.provision.polled.OrderLog;

/// Brings an order as far as its git host allows now. Every step can be repeated after a crash.
///
/// @param context the order, its repository and its host
/// @param memory what the engine knows of the order
/// @param opening opens the pull request
/// @param log the log of the deployment
record AdvancePullRequest(PullRequestContext context, PullRequestMemory memory, OpenPullRequest opening, OrderLog log) {

    Progress advance() {
        return switch (memory.stage()) {
            case PullRequestStage.Ordered() -> memory.isToBeCancelled() ? cancelled() : propose();
            case PullRequestStage.Pushing _ -> memory.isToBeCancelled() ? withdraw() : propose();
            case PullRequestStage.Opened(var request) -> look(request);
            case PullRequestStage.Merged(var request, var commit) -> merged(request, commit);
        };
    }

    private Progress propose() {
        PullRequestStage.OpenedPullRequest request = opening.propose();
        memory.keep(new PullRequestStage.Opened(request));
        memory.dropFiles();
        log.say("opened a pull request for branch %s of %s: %s"
                .formatted(
                        context.order().place().branch(), context.repository().url(), request.url()));
        log.say("waiting until it is merged or closed");
        return look(request);
    }

    private Progress look(PullRequestStage.OpenedPullRequest request) {
        PullRequest found = context.host().look(proposed(request), request.id());
        return switch (found.state()) {
            case PullRequest.Open(var conflicting) ->
                memory.isToBeCancelled() ? close(request) : open(request, conflicting);
            case PullRequest.Merged(var commit) -> merged(request, commit);
            case PullRequest.Closed() -> closed(request);
        };
    }

    private Progress open(PullRequestStage.OpenedPullRequest request, boolean conflicting) {
        if (!conflicting) {
            return Progress.Running.waitingFor("Waiting until %s is merged or closed".formatted(request.url()));
        }
        String conflict = "%s cannot be merged: resolve its conflicts with branch %s"
                .formatted(request.url(), context.order().place().branch());
        log.say(conflict);
        return Progress.Running.waitingFor(conflict);
    }

    private Progress close(PullRequestStage.OpenedPullRequest request) {
        context.host().close(proposed(request), request.id());
        PullRequest found = context.host().look(proposed(request), request.id());
        return switch (found.state()) {
            case PullRequest.Open _ -> new Progress.Running();
            case PullRequest.Merged(var commit) -> merged(request, commit);
            case PullRequest.Closed() -> closed(request);
        };
    }

    private Progress merged(PullRequestStage.OpenedPullRequest request, String commit) {
        if (context.order().action() == Order.Action.DEPROVISION || memory.isToBeCancelled()) {
            log.say("merged as %s".formatted(commit));
        }
        if (context.order().action() == Order.Action.DEPROVISION) {
            return end(new Progress.Finished(
                    Map.of(), List.of(PullRequestResultFormat.resource(request.folder(), request.url()))));
        }
        if (memory.isToBeCancelled()) {
            return end(new Progress.Broken(
                    "The pull request %s was merged as %s before it could be closed; its automation goes on."
                            .formatted(request.url(), commit)));
        }
        var merged = new PullRequestStage.Merged(request, commit);
        if (!(memory.stage() instanceof PullRequestStage.Merged)) {
            memory.keep(merged);
            log.say("merged as %s; waiting for the automation to report".formatted(commit));
        }
        return merged.progress();
    }

    private Progress closed(PullRequestStage.OpenedPullRequest request) {
        if (memory.isToBeCancelled()) {
            dropBranch();
        }
        if (context.order().action() == Order.Action.PROVISION || memory.isToBeCancelled()) {
            log.say("closed without being merged: %s".formatted(request.url()));
            return cancelled();
        }
        return end(new Progress.Broken("The pull request %s was closed without being merged, so nothing was removed."
                .formatted(request.url())));
    }

    /// Deletes the branch, so that a cancelled pull request cannot be reopened and merged. Some hosts do not permit
    /// this; the branch stays there.
    private void dropBranch() {
        try {
            context.repository().delete(context.branch());
        } catch (GitException.Refused | GitException.NotThere kept) {
            log.say("branch %s stays: %s".formatted(context.branch(), kept.getMessage()));
        }
    }

    /// Closes and deletes what an interrupted attempt may have left.
    private Progress withdraw() {
        Optional<PullRequestStage.OpenedPullRequest> opened = opening.find();
        if (opened.isPresent()) {
            memory.keep(new PullRequestStage.Opened(opened.get()));
            return look(opened.get());
        }
        context.repository().delete(context.branch());
        return cancelled();
    }

    private ProposedBranch proposed(PullRequestStage.OpenedPullRequest request) {
        return context.proposed(request.folder(), request.commit());
    }

    private Progress cancelled() {
        return end(new Progress.Cancelled());
    }

    private Progress end(Progress end) {
        return memory.close(end);
    }
}

package openproton.provision.pullrequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.git.GitException;
import openproton.git.host.ProposedBranch;
import openproton.git.host.PullRequest;
import openproton.provision.Order;
import openproton.provision.Progress;
import openproton.provision.watched.OrderLog;

/// Brings an order as far as its host allows now. Every step may be repeated after a crash.
///
/// @param work the order
/// @param journal remembers what was done
/// @param proposer makes the pull request
/// @param log is told what happens
record Course(Work work, Journal journal, Proposer proposer, OrderLog log) {

    Progress advance() {
        return switch (journal.phase()) {
            case Phase.Ordered() -> journal.isToBeCancelled() ? cancelled() : propose();
            case Phase.Pushing _ -> journal.isToBeCancelled() ? withdraw() : propose();
            case Phase.Proposed(var request) -> look(request);
            case Phase.Merged(var request, var commit) -> merged(request, commit);
        };
    }

    private Progress propose() {
        Phase.Request request = proposer.propose();
        journal.keep(new Phase.Proposed(request));
        journal.dropFiles();
        log.say("proposed to branch %s of %s: %s"
                .formatted(work.job().place().branch(), work.repository().url(), request.url()));
        log.say("waiting for somebody to merge or close it");
        return look(request);
    }

    private Progress look(Phase.Request request) {
        PullRequest found = work.host().look(proposed(request), request.id());
        return switch (found.state()) {
            case PullRequest.Open(var conflicting) ->
                journal.isToBeCancelled() ? close(request) : open(request, conflicting);
            case PullRequest.Merged(var commit) -> merged(request, commit);
            case PullRequest.Closed() -> closed(request);
        };
    }

    private Progress open(Phase.Request request, boolean conflicting) {
        if (!conflicting) {
            return Progress.Running.waitingFor("Waiting for somebody to merge or close %s".formatted(request.url()));
        }
        String conflict = "%s cannot be merged as it is: somebody must resolve its conflicts with branch %s"
                .formatted(request.url(), work.job().place().branch());
        log.say(conflict);
        return Progress.Running.waitingFor(conflict);
    }

    private Progress close(Phase.Request request) {
        work.host().close(proposed(request), request.id());
        PullRequest found = work.host().look(proposed(request), request.id());
        return switch (found.state()) {
            case PullRequest.Open _ -> new Progress.Running();
            case PullRequest.Merged(var commit) -> merged(request, commit);
            case PullRequest.Closed() -> closed(request);
        };
    }

    private Progress merged(Phase.Request request, String commit) {
        if (work.job().action() == Order.Action.DEPROVISION || journal.isToBeCancelled()) {
            log.say("merged as %s".formatted(commit));
        }
        if (work.job().action() == Order.Action.DEPROVISION) {
            return end(
                    new Progress.Finished(Map.of(), List.of(ProposalEnding.resource(request.folder(), request.url()))));
        }
        if (journal.isToBeCancelled()) {
            return end(new Progress.Broken(
                    "The pull request %s was merged as %s before it could be closed; its automation goes on."
                            .formatted(request.url(), commit)));
        }
        var merged = new Phase.Merged(request, commit);
        if (!(journal.phase() instanceof Phase.Merged)) {
            journal.keep(merged);
            log.say("merged as %s; waiting for the automation to report".formatted(commit));
        }
        return merged.progress();
    }

    private Progress closed(Phase.Request request) {
        if (journal.isToBeCancelled()) {
            dropBranch();
        }
        if (work.job().action() == Order.Action.PROVISION || journal.isToBeCancelled()) {
            log.say("closed without being merged: %s".formatted(request.url()));
            return cancelled();
        }
        return end(new Progress.Broken("The pull request %s was closed without being merged, so nothing was removed."
                .formatted(request.url())));
    }

    /// Nobody shall reopen and merge what was cancelled. A host that does not permit this keeps its branch.
    private void dropBranch() {
        try {
            work.repository().delete(work.branch());
        } catch (GitException.Refused | GitException.NotThere kept) {
            log.say("branch %s stays: %s".formatted(work.branch(), kept.getMessage()));
        }
    }

    /// Takes back what an interrupted try may have left.
    private Progress withdraw() {
        Optional<Phase.Request> opened = proposer.find();
        if (opened.isPresent()) {
            journal.keep(new Phase.Proposed(opened.get()));
            return look(opened.get());
        }
        work.repository().delete(work.branch());
        return cancelled();
    }

    private ProposedBranch proposed(Phase.Request request) {
        return work.proposed(request.folder(), request.commit());
    }

    private Progress cancelled() {
        return end(new Progress.Cancelled());
    }

    private Progress end(Progress end) {
        return journal.close(end);
    }
}

package openproton.provision.pullrequest;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openproton.git.GitConnections;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;
import openproton.provision.watched.Watch;

/// Proposes rendered files to a repository as a pull request (templates and rendering, §11).
///
/// An order that provisions never ends well here: after the merge it runs until the owner's automation
/// notifies. One that removes ends with the merge. Whatever a host answers that may be otherwise later makes an
/// order wait, never fail.
public final class PullRequestEngine implements Engine {
    private final DeploymentLog log;
    private final Watch<Journal, Ticket> watch;

    /// @param data the server's data folder
    public PullRequestEngine(Path data, GitConnections connections, Hosts hosts, InstantSource clock) {
        this.log = new DeploymentLog(data);
        this.watch = new Watch<>(journal -> new Ticket(journal, connections, hosts, log, clock));
    }

    /// Tries to open the pull request once; when the host is not there, the looks try again.
    @Override
    public void start(Order order) {
        journal(order.deploymentId()).open(Job.of(order), order.files());
        look(order.deploymentId());
    }

    @Override
    public Progress look(String deploymentId) {
        Journal journal = journal(deploymentId);
        if (!journal.exists()) {
            return new Progress.Broken("No pull request was ordered for deployment %s here.".formatted(deploymentId));
        }
        Optional<Phase.Merged> merged = upToAutomation(journal);
        if (merged.isPresent()) {
            watch.forget(journal);
            return merged.get().progress();
        }
        return watch.look(journal);
    }

    @Override
    public void cancel(String deploymentId) {
        watch.cancel(journal(deploymentId));
    }

    /// Closes what was not merged, with its branch; what was merged is up to people.
    @Override
    public boolean takeBack(String deploymentId) {
        Journal journal = journal(deploymentId);
        if (!journal.exists() || upToAutomation(journal).isPresent()) {
            watch.forget(journal);
            return true;
        }
        watch.cancel(journal);
        watch.look(journal);
        return journal.end().isPresent();
    }

    /// An open request stays: some merge what was applied before.
    @Override
    public void leave(String deploymentId) {
        watch.forget(journal(deploymentId));
    }

    @Override
    public Plan plan(Order order) {
        return new Plan.Unknown("A pull request shows the plan of the automation that runs Terraform.");
    }

    /// What a deployment proposed, once its pull request is open: its folder and the pull request's URL.
    public Optional<Progress.Resource> resource(String deploymentId) {
        Journal journal = journal(deploymentId);
        if (!journal.exists()) {
            return Optional.empty();
        }
        return switch (journal.phase()) {
            case Phase.Ordered _, Phase.Pushing _ -> Optional.empty();
            case Phase.Proposed(var request) -> Optional.of(ProposalEnding.resource(request.folder(), request.url()));
            case Phase.Merged merged ->
                Optional.of(ProposalEnding.resource(
                        merged.request().folder(), merged.request().url()));
        };
    }

    @Override
    public List<Progress.Resource> resources(String deploymentId) {
        return resource(deploymentId).stream().toList();
    }

    /// Lets the next looks at orders for a repository ask its host at once.
    @Override
    public void wake(String repository) {
        watch.tell(ticket -> ticket.wake(repository));
    }

    /// The phase of an order that only the automation ends now.
    private static Optional<Phase.Merged> upToAutomation(Journal journal) {
        boolean left = !journal.isToBeCancelled() && journal.end().isEmpty();
        return left && journal.phase() instanceof Phase.Merged merged ? Optional.of(merged) : Optional.empty();
    }

    private Journal journal(String deploymentId) {
        return new Journal(log.folder(deploymentId));
    }
}

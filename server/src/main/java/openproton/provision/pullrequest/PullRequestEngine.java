package openproton.provision.pullrequest;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openproton.git.Connections;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Plan;
import openproton.provision.Progress;

/// Proposes rendered files to a repository as a pull request (templates and rendering, §11).
///
/// An order that provisions never ends well here: after the merge it runs until the owner's automation
/// notifies. One that removes ends with the merge. Whatever a host answers that may be otherwise later makes an
/// order wait, never fail.
public final class PullRequestEngine implements Engine {
    private final DeploymentLog log;
    private final Connections connections;
    private final Hosts hosts;
    private final InstantSource clock;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    /// @param data the server's data folder
    public PullRequestEngine(Path data, Connections connections, Hosts hosts, InstantSource clock) {
        this.log = new DeploymentLog(data);
        this.connections = connections;
        this.hosts = hosts;
        this.clock = clock;
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
        Optional<Progress> end = journal.end();
        if (end.isPresent() || isUpToAutomation(journal)) {
            tickets.remove(deploymentId);
            return end.orElseGet(Progress.Running::new);
        }
        return ticket(deploymentId, journal).look();
    }

    @Override
    public void cancel(String deploymentId) {
        Journal journal = journal(deploymentId);
        if (journal.exists() && journal.end().isEmpty()) {
            ticket(deploymentId, journal).cancel();
        }
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
            case Phase.Proposed(var request) -> Optional.of(Ending.resource(request.folder(), request.url()));
            case Phase.Merged merged ->
                Optional.of(Ending.resource(
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
        tickets.values().forEach(ticket -> ticket.wake(repository));
    }

    private static boolean isUpToAutomation(Journal journal) {
        return journal.phase() instanceof Phase.Merged && !journal.isToBeCancelled();
    }

    private Journal journal(String deploymentId) {
        return new Journal(log.folder(deploymentId));
    }

    private Ticket ticket(String deploymentId, Journal journal) {
        return tickets.computeIfAbsent(deploymentId, _ -> new Ticket(journal, connections, hosts, log, clock));
    }
}

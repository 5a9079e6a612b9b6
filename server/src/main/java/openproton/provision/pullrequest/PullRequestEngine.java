package openproton.provision.pullrequest;

import java.nio.file.Path;
import java.time.Duration;
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
import openproton.provision.polled.RunningOrders;

/// Opens pull requests with the rendered files (docs/behaviour/provisioning.md#pull-requests).
///
/// An order that provisions does not end with the merge: it runs until the owner's automation sends a notification.
/// An order that removes a resource ends with the merge. Passing failures of a git host make an order wait, never
/// fail.
public final class PullRequestEngine implements Engine {
    private static final Duration LOOK_AFTER_MERGE = Duration.ofSeconds(65);

    private final DeploymentLog log;
    private final RunningOrders<PullRequestMemory, RunningPullRequest> watch;

    /// @param data the server's data folder
    public PullRequestEngine(Path data, GitConnections connections, Hosts hosts, InstantSource clock) {
        this.log = new DeploymentLog(data);
        this.watch = new RunningOrders<>(memory -> new RunningPullRequest(memory, connections, hosts, log, clock));
    }

    /// Tries to open the pull request. If the host is down, later polls try again.
    @Override
    public void start(Order order) {
        memory(order.deploymentId()).open(PullRequestOrder.of(order), order.files());
        look(order.deploymentId());
    }

    @Override
    public Progress look(String deploymentId) {
        PullRequestMemory memory = memory(deploymentId);
        if (!memory.exists()) {
            return new Progress.Broken("No pull request was ordered for deployment %s here.".formatted(deploymentId));
        }
        Optional<PullRequestStage.Merged> merged = upToAutomation(memory);
        if (merged.isPresent()) {
            watch.forget(memory);
            return merged.get().progress();
        }
        return watch.look(memory);
    }

    /// What was merged waits for a notification, which wakes its job.
    @Override
    public Duration lookAgainIn(String deploymentId) {
        PullRequestMemory memory = memory(deploymentId);
        return upToAutomation(memory).isPresent() ? LOOK_AFTER_MERGE : watch.lookAgainIn(memory);
    }

    @Override
    public void cancel(String deploymentId) {
        watch.cancel(memory(deploymentId));
    }

    /// Closes a pull request that is not merged, and deletes its branch. What is merged stays.
    @Override
    public boolean takeBack(String deploymentId) {
        PullRequestMemory memory = memory(deploymentId);
        if (!memory.exists() || upToAutomation(memory).isPresent()) {
            watch.forget(memory);
            return true;
        }
        watch.cancel(memory);
        watch.look(memory);
        return memory.end().isPresent();
    }

    /// An open pull request stays: some people merge it after their automation has applied it.
    @Override
    public void leave(String deploymentId) {
        watch.forget(memory(deploymentId));
    }

    @Override
    public Plan plan(Order order) {
        return new Plan.Unknown("A pull request shows the plan of the automation that runs Terraform.");
    }

    /// The folder and the URL of the pull request of a deployment; empty until it is open.
    public Optional<Progress.Resource> resource(String deploymentId) {
        PullRequestMemory memory = memory(deploymentId);
        if (!memory.exists()) {
            return Optional.empty();
        }
        return switch (memory.stage()) {
            case PullRequestStage.Ordered _, PullRequestStage.Pushing _ -> Optional.empty();
            case PullRequestStage.Opened(var request) ->
                Optional.of(PullRequestResultFormat.resource(request.folder(), request.url()));
            case PullRequestStage.Merged merged ->
                Optional.of(PullRequestResultFormat.resource(
                        merged.request().folder(), merged.request().url()));
        };
    }

    @Override
    public List<Progress.Resource> resources(String deploymentId) {
        return resource(deploymentId).stream().toList();
    }

    /// Makes the next poll due at once for all orders of a repository.
    @Override
    public void wake(String repository) {
        watch.tell(ticket -> ticket.wake(repository));
    }

    /// The stage of an order that only a notification can end now.
    private static Optional<PullRequestStage.Merged> upToAutomation(PullRequestMemory memory) {
        boolean left = !memory.isToBeCancelled() && memory.end().isEmpty();
        return left && memory.stage() instanceof PullRequestStage.Merged merged
                ? Optional.of(merged)
                : Optional.empty();
    }

    private PullRequestMemory memory(String deploymentId) {
        return new PullRequestMemory(log.folder(deploymentId));
    }
}

package openproton.provision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Provisions one kind of infrastructure. Every method can be called again after a crash without further effect.
public interface Engine {

    /// Starts an order and returns at once. Does nothing if an order with the same deployment id was started before.
    void start(Order order);

    /// The progress of an order. An order that was never started is [Progress.Broken].
    ///
    /// @param deploymentId the deployment the order was started for
    Progress look(String deploymentId);

    /// When a running order wants to be looked at again, unless something wakes it before.
    ///
    /// @param deploymentId the deployment the order was started for
    default Duration lookAgainIn(String deploymentId) {
        return Duration.ofMillis(500);
    }

    /// Asks a running order to end early; the next looks tell how it ended. Does nothing when it is over.
    ///
    /// @param deploymentId the deployment the order was started for
    void cancel(String deploymentId);

    /// Closes what is still open of an order that a notification marked as failed, such as its pull request. Engines
    /// whose orders end by themselves do nothing.
    ///
    /// @param deploymentId the deployment the order was started for
    /// @return whether nothing is open any more; if false, the caller calls again later
    default boolean takeBack(String deploymentId) {
        return true;
    }

    /// Stops following an order that a notification marked as succeeded.
    ///
    /// @param deploymentId the deployment the order was started for
    default void leave(String deploymentId) {}

    /// The resources of an order that a notification ended; empty for engines that report them in
    /// [Progress.Finished].
    ///
    /// @param deploymentId the deployment the order was started for
    default List<Progress.Resource> resources(String deploymentId) {
        return List.of();
    }

    /// Finds out what an order would change, without changing anything. Takes a minute at most.
    ///
    /// @param order its deployment id is one that was not used before
    default Plan plan(Order order) {
        return new Plan.Unknown("Commands do not tell what they would change before they are run.");
    }

    /// Says that a repository has changed, so that the next [#look] at its orders asks the git host at once.
    ///
    /// @param repository such as `owner/name`
    default void wake(String repository) {}

    /// The content of `proton-outputs.json` after a successful order; empty when there is no such file.
    ///
    /// @param deploymentId the deployment the order was started for
    default Optional<String> outputsFile(String deploymentId) {
        return Optional.empty();
    }
}

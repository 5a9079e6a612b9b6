package openproton.provision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Provisions one kind of infrastructure. Every method may be called again after a crash and then changes nothing
/// more.
public interface Engine {

    /// Starts an order, unless one with the same deployment id was started before; returns without waiting for its
    /// end.
    void start(Order order);

    /// Where the order stands. An order that was never started is [Progress.Broken].
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

    /// Takes back what is still open of an order that somebody else ended badly. Does nothing where nothing is open,
    /// and where orders go on to their end by themselves.
    ///
    /// @param deploymentId the deployment the order was started for
    /// @return whether that is over; if not, to be asked again
    default boolean takeBack(String deploymentId) {
        return true;
    }

    /// Lets go of an order that somebody else ended well: nobody looks at it any more.
    ///
    /// @param deploymentId the deployment the order was started for
    default void leave(String deploymentId) {}

    /// What is provisioned for an order that others end; empty where [Progress.Finished] tells it.
    ///
    /// @param deploymentId the deployment the order was started for
    default List<Progress.Resource> resources(String deploymentId) {
        return List.of();
    }

    /// What an order would change, found out without changing anything. Waits until that is known, a minute at most.
    ///
    /// @param order its deployment id is one that was not used before
    default Plan plan(Order order) {
        return new Plan.Unknown("Commands do not tell what they would change before they are run.");
    }

    /// Something happened at a repository: what was ordered for it is looked at more closely the next time.
    ///
    /// @param repository such as `owner/name`
    default void wake(String repository) {}

    /// The text of the file `proton-outputs.json` that an order which ended well left; empty when there is none.
    ///
    /// @param deploymentId the deployment the order was started for
    default Optional<String> outputsFile(String deploymentId) {
        return Optional.empty();
    }
}

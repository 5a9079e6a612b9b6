package openproton.api.state;

import java.util.Optional;

/// Keeps the states of Terraform, as its `http` backend wants them kept.
public interface StateKeeper {
    /// Where the paths of states begin; the ARN of a resource follows.
    String PATHS = "/terraform/state/";

    /// The caller: the Terraform of one deployment, for the state of the resource that it deploys.
    record Asker(String resourceArn, String deploymentId) {}

    /// The newest state of a resource; empty when there is none.
    Optional<String> read(Asker asker);

    /// Keeps a new version of the state.
    ///
    /// @param lockId names the lock that the asker holds; empty when it took none
    /// @param state empty to forget the state; older versions are kept
    Outcome write(Asker asker, Optional<String> lockId, String state);

    /// Keeps others from changing the state.
    ///
    /// @param info Terraform's JSON about the lock; its member `ID` names it
    Outcome lock(Asker asker, String info);

    /// Lets others change the state.
    ///
    /// @param info as it was locked; empty to end the lock of any holder
    Outcome unlock(Asker asker, String info);

    /// The outcome of a change.
    sealed interface Outcome {
        /// The change was made.
        record Done() implements Outcome {}

        /// Another lock stands against it.
        ///
        /// @param info Terraform's JSON about that lock
        record Held(String info) implements Outcome {}

        /// The change is refused for another reason than a lock.
        ///
        /// @param why for the log of the deployment that asked
        record Refused(String why) implements Outcome {}
    }
}

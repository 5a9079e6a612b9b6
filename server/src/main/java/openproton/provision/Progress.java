package openproton.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far an order has come.
public sealed interface Progress {

    /// The order is queued or running.
    ///
    /// @param waitsFor what the order waits for, as a text for people, such as a merge or a git host that is down;
    /// empty while it needs nothing
    record Running(Optional<String> waitsFor) implements Progress {

        /// The order needs nothing from outside.
        public Running() {
            this(Optional.empty());
        }

        /// The order waits for something outside.
        public static Running waitingFor(String what) {
            return new Running(Optional.of(what));
        }
    }

    /// The order succeeded.
    ///
    /// @param outputs the outputs of the infrastructure, in the order the engine gave it
    /// @param resources what was provisioned, as far as the engine can name it
    record Finished(Map<String, String> outputs, List<Resource> resources) implements Progress {}

    /// The order failed, or can never succeed.
    ///
    /// @param why what happened and what to do, as a text for people; at most 5,000 characters
    record Broken(String why) implements Progress {}

    /// The order was cancelled.
    record Cancelled() implements Progress {}

    /// One provisioned thing, as ListEnvironmentProvisionedResources names it.
    ///
    /// @param name 1 to 200 characters, such as a stack's name
    /// @param identifier 1 to 200 characters, such as a stack's ARN
    /// @param engine `CLOUDFORMATION` or `TERRAFORM`
    record Resource(String name, String identifier, String engine) {}
}

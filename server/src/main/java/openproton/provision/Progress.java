package openproton.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an engine knows of an order.
public sealed interface Progress {

    /// It is queued or under way.
    ///
    /// @param waitsFor what it cannot go on without, for the person who asked, such as somebody's merge or
    ///     a host that is down; empty while it goes on by itself
    record Running(Optional<String> waitsFor) implements Progress {

        /// It goes on by itself.
        public Running() {
            this(Optional.empty());
        }

        /// It goes on when something else has happened.
        public static Running waitingFor(String what) {
            return new Running(Optional.of(what));
        }
    }

    /// It ended well.
    ///
    /// @param outputs what the infrastructure tells others, in the order the engine gave it
    /// @param resources what was provisioned, as far as the engine can name it
    record Finished(Map<String, String> outputs, List<Resource> resources) implements Progress {}

    /// It ended badly, or can never end well.
    ///
    /// @param why for the person who asked: what happened and what to do; 5000 characters at most
    record Broken(String why) implements Progress {}

    /// It ended because somebody asked for that.
    record Cancelled() implements Progress {}

    /// One provisioned thing, as ListEnvironmentProvisionedResources names it.
    ///
    /// @param name 1 to 200 characters, such as a stack's name
    /// @param identifier 1 to 200 characters, such as a stack's ARN
    /// @param engine `CLOUDFORMATION` or `TERRAFORM`
    record Resource(String name, String identifier, String engine) {}
}

package openproton.change.order;

import java.util.Map;
import java.util.Optional;
import openproton.change.Target;
import openproton.provision.EngineKind;

/// Gives engines what they reach this server, and the world outside, with.
@FunctionalInterface
public interface BuildAccess {

    /// What the engine of a kind may use to carry out one deployment.
    ///
    /// @throws openproton.api.ConflictException when the role should be used and cannot be
    Grant grant(EngineKind kind, Target target, String deploymentId, Actor actor);

    /// As whom an engine should act.
    ///
    /// @param account where it provisions, twelve digits
    /// @param role the ARN of the role that it should act in; empty where none is named
    record Actor(String account, Optional<String> role) {}

    /// What an engine may use.
    ///
    /// @param environment variables for a process: they reach this server for the target alone, and AWS in the role
    /// @param role the role that it acts in; empty for none
    record Grant(Map<String, String> environment, Optional<String> role) {
        public Grant {
            environment = Map.copyOf(environment);
        }

        /// Leaves the environment out: it holds credentials.
        @Override
        public String toString() {
            return "Grant[%s]".formatted(role);
        }
    }
}

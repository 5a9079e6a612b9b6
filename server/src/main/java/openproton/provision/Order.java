package openproton.provision;

import java.util.Map;
import openproton.base.FileTree;

/// What an engine is asked to do, complete: no engine looks anything up.
///
/// @param deploymentId names the order: one deployment is one order
/// @param action whether to create or update the infrastructure, or to remove it
/// @param resourceArn the ARN of the environment, instance, pipeline or component
/// @param stackName stable for the life of the resource: starts with `AWSProton-`, letters, digits and hyphens, 128 at
/// most
/// @param files what to run, as rendered
/// @param environment variables for the process, credentials included; values are never logged
public record Order(
        String deploymentId,
        Action action,
        String resourceArn,
        String stackName,
        FileTree files,
        Map<String, String> environment) {

    /// What an order does with the infrastructure.
    public enum Action {
        /// Create it, or bring it to what the files say.
        PROVISION,
        /// Remove it.
        DEPROVISION
    }

    public Order {
        environment = Map.copyOf(environment);
    }

    /// Leaves the environment out: it holds credentials.
    @Override
    public String toString() {
        return "Order[%s %s for %s]".formatted(action, deploymentId, resourceArn);
    }
}

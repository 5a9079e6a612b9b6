package openproton.auth.permission;

import java.util.Optional;
import openproton.api.Caller;
import openproton.base.Arn;

/// Finds the resource that a deployment changes.
@FunctionalInterface
public interface DeploymentTargets {

    /// The ARN of that resource; empty when the account and Region of the caller have no such deployment.
    Optional<Arn> of(Caller caller, String deploymentId);
}

package openproton.auth;

import java.util.Optional;
import openproton.api.Caller;
import openproton.base.Arn;

/// Finds what deployments deployed.
@FunctionalInterface
public interface DeploymentTargets {

    /// What a deployment deployed; empty when the account and Region of the caller have no such deployment.
    Optional<Arn> of(Caller caller, String deploymentId);
}

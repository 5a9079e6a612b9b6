package openproton.resource.recovery;

import java.util.List;
import openproton.request.Operation;
import openproton.resource.deployment.Blueprints;
import openproton.resource.deployment.Deployments;
import openproton.resource.service.ServiceWatch;

/// The ways out of what went wrong.
public record RecoveryOperations(Deployments deployments, Blueprints blueprints, ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(new RollbackDeployment(deployments, blueprints, watch), new ForceDelete(deployments, watch));
    }
}

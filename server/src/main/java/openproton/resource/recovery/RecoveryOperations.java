package openproton.resource.recovery;

import java.util.List;
import openproton.change.Deployments;
import openproton.change.Settlement;
import openproton.change.order.Blueprints;
import openproton.request.Operation;
import openproton.resource.service.ServiceWatch;

/// The ways out of what went wrong.
public record RecoveryOperations(
        Deployments deployments, Settlement settlement, Blueprints blueprints, ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new RollbackDeployment(deployments, blueprints, watch),
                new ForceDelete(deployments, settlement, watch));
    }
}

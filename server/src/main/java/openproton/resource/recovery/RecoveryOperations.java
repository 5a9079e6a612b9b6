package openproton.resource.recovery;

import java.util.List;
import openproton.api.Operation;
import openproton.resource.deployment.Blueprints;
import openproton.resource.deployment.Deployments;
import openproton.resource.request.Idempotency;
import openproton.resource.service.ServiceWatch;
import openproton.store.Database;

/// The ways out of what went wrong.
public record RecoveryOperations(
        Database database,
        Deployments deployments,
        Blueprints blueprints,
        Idempotency idempotency,
        ServiceWatch watch) {

    /// Every operation of this folder.
    public List<Operation<?, ?>> all() {
        return List.of(
                new RollbackDeployment(database, deployments, blueprints, idempotency, watch),
                new ForceDelete(database, deployments, watch));
    }
}

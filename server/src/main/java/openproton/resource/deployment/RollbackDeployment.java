package openproton.resource.deployment;

import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.Operation;
import openproton.api.ResourceNotFoundException;
import openproton.api.RollbackDeploymentInput;
import openproton.api.RollbackDeploymentOutput;
import openproton.resource.request.Idempotency;
import openproton.resource.request.Scope;
import openproton.store.Database;
import openproton.store.Transaction;

/// Deploys again what an earlier deployment of a resource had; the templates are rendered anew, with the outputs of
/// now.
///
/// @param blueprints knows whether the version is still there
public record RollbackDeployment(
        Database database, Deployments deployments, Blueprints blueprints, Idempotency idempotency)
        implements Operation<RollbackDeploymentInput, RollbackDeploymentOutput> {

    @Override
    public RollbackDeploymentOutput handle(RollbackDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        return database.inTransaction(tx -> {
            StoredDeployment earlier = FoundDeployment.of(tx, scope, input.deploymentId());
            Deployable deployable = new DeployableTable(tx)
                    .find(input.resourceArn())
                    .filter(found -> found.target().scope().equals(scope))
                    .orElseThrow(() -> new ResourceNotFoundException(input.resourceArn() + " does not exist"));
            requireUsable(tx, earlier, deployable);
            StoredDeployment deployment = again(tx, earlier, deployable);
            idempotency.modified(tx, scope, deployable.arn());
            return new RollbackDeploymentOutput(new DeploymentViews(tx).inDetail(deployment));
        });
    }

    private void requireUsable(Transaction tx, StoredDeployment earlier, Deployable deployable) {
        if (!earlier.target().arn().equals(deployable.arn())) {
            throw new ResourceNotFoundException("deployment '%s' is not one of %s"
                    .formatted(earlier.id(), deployable.target().words()));
        }
        if (earlier.plan().action() == StoredDeployment.Action.DEPROVISION) {
            throw new ConflictException("deployment '%s' removed %s; name one that deployed it"
                    .formatted(earlier.id(), deployable.target().words()));
        }
        if (deployable.standing().phase() instanceof Phase.DeleteFailed) {
            throw new ConflictException("%s is DELETE_FAILED; delete it again"
                    .formatted(deployable.target().words()));
        }
        blueprints.requireVersion(tx, earlier);
    }

    private StoredDeployment again(Transaction tx, StoredDeployment earlier, Deployable deployable) {
        var plan = earlier.plan();
        if (deployable.target().type() == DeploymentTargetResourceType.COMPONENT) {
            ComponentSource.restore(tx, earlier, deployments.now());
        }
        return deployments.update(tx, deployable, plan.version(), plan.spec());
    }
}

package openproton.resource.recovery;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.ResourceNotFoundException;
import openproton.api.RollbackDeploymentInput;
import openproton.api.RollbackDeploymentOutput;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Deployments;
import openproton.change.FoundDeployment;
import openproton.change.Phase;
import openproton.change.StoredDeployment;
import openproton.change.order.Blueprints;
import openproton.request.Change;
import openproton.request.Idempotency;
import openproton.request.Scope;
import openproton.resource.deployment.DeploymentViews;
import openproton.resource.service.ServiceWatch;
import openproton.store.Transaction;

/// Deploys again what an earlier deployment of a resource had; the templates are rendered anew, with the outputs of
/// now.
///
/// @param blueprints knows whether the version is still there
/// @param watch told when an instance of a service is rolled back
public record RollbackDeployment(Deployments deployments, Blueprints blueprints, ServiceWatch watch)
        implements Change<RollbackDeploymentInput, RollbackDeploymentOutput> {

    @Override
    public RollbackDeploymentOutput handle(Transaction tx, RollbackDeploymentInput input, Caller caller) {
        var scope = Scope.of(caller);
        StoredDeployment earlier = FoundDeployment.of(tx, scope, input.deploymentId());
        Deployable deployable = new DeployableTable(tx)
                .find(input.resourceArn())
                .filter(found -> found.target().scope().equals(scope))
                .orElseThrow(() -> new ResourceNotFoundException(input.resourceArn() + " does not exist"));
        requireUsable(tx, earlier, deployable);
        StoredDeployment deployment = deployments.again(tx, deployable, earlier);
        tell(tx, caller, deployable, deployment);
        Idempotency.modified(tx, scope, deployable.arn());
        return new RollbackDeploymentOutput(new DeploymentViews(tx).inDetail(deployment));
    }

    private void requireUsable(Transaction tx, StoredDeployment earlier, Deployable deployable) {
        if (!earlier.target().arn().equals(deployable.arn())) {
            throw new ResourceNotFoundException("deployment '%s' is not one of %s"
                    .formatted(earlier.id(), deployable.target().words()));
        }
        if (earlier.request().action() == StoredDeployment.Action.DEPROVISION) {
            throw new ConflictException("deployment '%s' removed %s; name one that deployed it"
                    .formatted(earlier.id(), deployable.target().words()));
        }
        if (deployable.phase() instanceof Phase.DeleteFailed) {
            throw new ConflictException("%s is DELETE_FAILED; delete it again"
                    .formatted(deployable.target().words()));
        }
        blueprints.requireVersion(tx, earlier);
    }

    private void tell(Transaction tx, Caller caller, Deployable deployable, StoredDeployment begun) {
        if (deployable.target().type() == DeploymentTargetResourceType.SERVICE_INSTANCE) {
            watch.changed(
                    tx,
                    caller,
                    ServiceWatch.ServiceChange.of(
                            deployable.target(),
                            "it was rolled back",
                            ApiModel.ROLLBACK_DEPLOYMENT.name(),
                            Optional.of(begun.id())));
        }
    }
}

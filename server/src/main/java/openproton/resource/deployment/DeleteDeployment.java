package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteDeploymentInput;
import openproton.api.DeleteDeploymentOutput;
import openproton.api.ValidationException;
import openproton.change.Deployments;
import openproton.change.FoundDeployment;
import openproton.change.StoredDeployment;
import openproton.provision.DeploymentLog;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Removes the record of a deployment that is over; infrastructure is not touched.
public record DeleteDeployment(DeploymentLog logs) implements Change<DeleteDeploymentInput, DeleteDeploymentOutput> {

    @Override
    public DeleteDeploymentOutput handle(Transaction tx, DeleteDeploymentInput input, Caller caller) {
        StoredDeployment deployment = FoundDeployment.of(tx, Scope.of(caller), input.id());
        if (deployment.isBusy()) {
            throw new ValidationException("deployment '%s' is %s; its record can be deleted when it is over"
                    .formatted(input.id(), deployment.phase().status().value()));
        }
        var answer = new DeleteDeploymentOutput(Optional.of(new DeploymentViews(tx).inDetail(deployment)));
        Deployments.deleteRecord(tx, deployment);
        tx.afterCommit(() -> logs.remove(deployment.id()));
        return answer;
    }
}

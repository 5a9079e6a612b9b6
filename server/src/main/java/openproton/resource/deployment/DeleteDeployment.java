package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteDeploymentInput;
import openproton.api.DeleteDeploymentOutput;
import openproton.api.Operation;
import openproton.api.ValidationException;
import openproton.provision.DeploymentLog;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Removes the record of a deployment that is over; infrastructure is not touched.
public record DeleteDeployment(Database database, DeploymentLog logs)
        implements Operation<DeleteDeploymentInput, DeleteDeploymentOutput> {

    @Override
    public DeleteDeploymentOutput handle(DeleteDeploymentInput input, Caller caller) {
        return database.inTransaction(tx -> {
            StoredDeployment deployment = FoundDeployment.of(tx, Scope.of(caller), input.id());
            if (deployment.isBusy()) {
                throw new ValidationException("deployment '%s' is %s; its record can be deleted when it is over"
                        .formatted(input.id(), deployment.phase().status().value()));
            }
            var answer = new DeleteDeploymentOutput(Optional.of(new DeploymentViews(tx).inDetail(deployment)));
            new DeploymentTable(tx).delete(deployment.id());
            tx.afterCommit(() -> logs.remove(deployment.id()));
            return answer;
        });
    }
}

package openproton.resource.deployment;

import openproton.api.Caller;
import openproton.api.GetDeploymentLogInput;
import openproton.api.GetDeploymentLogOutput;
import openproton.api.Operation;
import openproton.provision.DeploymentLog;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// A piece of the log of a deployment, which may still be growing.
public record GetDeploymentLog(Database database, DeploymentLog logs)
        implements Operation<GetDeploymentLogInput, GetDeploymentLogOutput> {
    private static final int PIECE_BYTES_MAX = 256 * 1024;

    @Override
    public GetDeploymentLogOutput handle(GetDeploymentLogInput input, Caller caller) {
        StoredDeployment deployment = database.read(tx -> FoundDeployment.of(tx, Scope.of(caller), input.id()));
        DeploymentLog.Piece piece = logs.read(input.id(), input.position().orElse(0), PIECE_BYTES_MAX);
        return GetDeploymentLogOutput.builder()
                .text(piece.text())
                .nextPosition((int) piece.next())
                .deploymentStatus(deployment.phase().status())
                .build();
    }
}

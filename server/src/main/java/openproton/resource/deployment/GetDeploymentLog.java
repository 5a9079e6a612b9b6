package openproton.resource.deployment;

import openproton.api.Caller;
import openproton.api.GetDeploymentLogInput;
import openproton.api.GetDeploymentLogOutput;
import openproton.change.FoundDeployment;
import openproton.change.StoredDeployment;
import openproton.provision.DeploymentLog;
import openproton.request.Errand;
import openproton.request.Query;
import openproton.request.Rows;
import openproton.request.Scope;

/// A piece of the log of a deployment, which may still be growing.
public record GetDeploymentLog(DeploymentLog logs) implements Errand<GetDeploymentLogInput, GetDeploymentLogOutput> {
    private static final int PIECE_BYTES_MAX = 256 * 1024;

    @Override
    public Query<GetDeploymentLogInput, GetDeploymentLogOutput> prepare(
            Rows rows, GetDeploymentLogInput input, Caller caller) {
        StoredDeployment deployment = rows.read(tx -> FoundDeployment.of(tx, Scope.of(caller), input.id()));
        DeploymentLog.Piece piece = logs.read(input.id(), input.position().orElse(0), PIECE_BYTES_MAX);
        var answer = GetDeploymentLogOutput.builder()
                .text(piece.text())
                .nextPosition((int) piece.next())
                .deploymentStatus(deployment.phase().status())
                .build();
        return (_, _, _) -> answer;
    }
}

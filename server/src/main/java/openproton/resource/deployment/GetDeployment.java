package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.GetDeploymentInput;
import openproton.api.GetDeploymentOutput;
import openproton.change.FoundDeployment;
import openproton.change.StoredDeployment;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// One deployment in detail; names given beside its id must be those of what it deployed.
public record GetDeployment() implements Query<GetDeploymentInput, GetDeploymentOutput> {

    @Override
    public GetDeploymentOutput handle(Transaction tx, GetDeploymentInput input, Caller caller) {
        var names = new TargetNames(
                input.environmentName(), input.serviceName(), input.serviceInstanceName(), input.componentName());
        StoredDeployment deployment = FoundDeployment.find(tx, Scope.of(caller), input.id())
                .filter(found -> names.match(found.target()))
                .orElseThrow(() -> FoundDeployment.missing(input.id()));
        return new GetDeploymentOutput(Optional.of(new DeploymentViews(tx).inDetail(deployment)));
    }
}

package openproton.resource.environment;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteEnvironmentOutput;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.Operation;
import openproton.resource.deployment.DeployableTable;
import openproton.resource.deployment.Phase;
import openproton.resource.deployment.Target;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;
import openproton.store.Transaction;

/// Removes the infrastructure of an environment that nothing is deployed to, then the environment.
public record DeleteEnvironment(Environments environments)
        implements Operation<DeleteEnvironmentInput, DeleteEnvironmentOutput> {

    @Override
    public DeleteEnvironmentOutput handle(DeleteEnvironmentInput input, Caller caller) {
        var target = Target.environment(Scope.of(caller), input.name());
        return environments.database().inTransaction(tx -> {
            var request =
                    Request.naming(ApiModel.DELETE_ENVIRONMENT, input, caller, target.arn(), _ -> current(tx, target));
            return environments.idempotency().answer(tx, request, () -> delete(tx, target));
        });
    }

    private Optional<DeleteEnvironmentOutput> current(Transaction tx, Target target) {
        return environments
                .find(tx, target.scope(), target.name())
                .map(environment -> new DeleteEnvironmentOutput(Optional.of(environment.inDetail())));
    }

    private DeleteEnvironmentOutput delete(Transaction tx, Target target) {
        StoredEnvironment environment = environments.get(tx, target.scope(), target.name());
        if (!(environment.deployable().standing().phase() instanceof Phase.DeleteInProgress)) {
            refuseUsed(tx, target);
            new AccountReach(tx).require(environment.deployable());
            environments.deployments().remove(tx, environment.deployable());
        }
        return current(tx, target).orElse(new DeleteEnvironmentOutput(Optional.of(environment.inDetail())));
    }

    private static void refuseUsed(Transaction tx, Target target) {
        var table = new DeployableTable(tx);
        table.anyIn(target.scope(), DeploymentTargetResourceType.SERVICE_INSTANCE, target.name())
                .ifPresent(instance -> {
                    throw new ConflictException("%s is deployed to %s; delete that service instance first"
                            .formatted(instance.target().words(), target.words()));
                });
        table.anyIn(target.scope(), DeploymentTargetResourceType.COMPONENT, target.name())
                .ifPresent(component -> {
                    throw new ConflictException("%s belongs to %s; delete that component first"
                            .formatted(component.target().words(), target.words()));
                });
    }
}

package openproton.resource.environment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteEnvironmentOutput;
import openproton.api.DeploymentTargetResourceType;
import openproton.change.DeployableTable;
import openproton.change.Start;
import openproton.change.Target;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.store.Transaction;

/// Removes the infrastructure of an environment that nothing is deployed to, then the environment.
public record DeleteEnvironment(Environments environments)
        implements Repeatable<DeleteEnvironmentInput, DeleteEnvironmentOutput> {

    @Override
    public String resource(DeleteEnvironmentInput input, Caller caller) {
        return target(input, caller).arn();
    }

    private static Target target(DeleteEnvironmentInput input, Caller caller) {
        return Target.environment(Scope.of(caller), input.name());
    }

    @Override
    public Optional<DeleteEnvironmentOutput> current(
            Transaction tx, String resource, DeleteEnvironmentInput input, Caller caller) {
        return current(tx, target(input, caller));
    }

    @Override
    public DeleteEnvironmentOutput handle(Transaction tx, DeleteEnvironmentInput input, Caller caller) {
        Target target = target(input, caller);

        StoredEnvironment environment = environments.get(tx, target.scope(), target.name());
        if (!environment.deployable().isLeaving()) {
            refuseUsed(tx, target);
            new AccountReach(tx).require(environment.deployable());
            environments.deployments().remove(tx, environment.deployable(), Start.NOW);
        }
        return current(tx, target).orElse(new DeleteEnvironmentOutput(Optional.of(environment.inDetail())));
    }

    private Optional<DeleteEnvironmentOutput> current(Transaction tx, Target target) {
        return environments
                .find(tx, target.scope(), target.name())
                .map(environment -> new DeleteEnvironmentOutput(Optional.of(environment.inDetail())));
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

package openproton.resource.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ConflictException;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateEnvironmentOutput;
import openproton.api.DeploymentStatus;
import openproton.change.Start;
import openproton.change.Target;
import openproton.request.Quotas;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.tag.Tags;
import openproton.resource.template.version.StoredVersion;
import openproton.store.Transaction;

/// Keeps a new environment and starts its first deployment; the answer does not wait for the infrastructure.
public record CreateEnvironment(Environments environments)
        implements Repeatable<CreateEnvironmentInput, CreateEnvironmentOutput> {

    @Override
    public String resource(CreateEnvironmentInput input, Caller caller) {
        return target(input, caller).arn();
    }

    private static Target target(CreateEnvironmentInput input, Caller caller) {
        return Target.environment(Scope.of(caller), input.name());
    }

    @Override
    public Optional<CreateEnvironmentOutput> current(
            Transaction tx, String resource, CreateEnvironmentInput input, Caller caller) {
        Optional<StoredEnvironment> found = environments.find(tx, Scope.of(caller), input.name());
        found.map(StoredEnvironment::deployable)
                .filter(environment -> environment.phase().status() == DeploymentStatus.DELETE_IN_PROGRESS)
                .ifPresent(environment -> {
                    throw new ConflictException(
                            "%s is being deleted".formatted(environment.target().words()));
                });
        return found.map(environment -> new CreateEnvironmentOutput(environment.inDetail()));
    }

    @Override
    public CreateEnvironmentOutput handle(Transaction tx, CreateEnvironmentInput input, Caller caller) {
        Target target = target(input, caller);
        var table = new EnvironmentTable(tx);
        Quotas.check(
                table.count(target.scope()),
                environments.quotas().environments(),
                "environments",
                "quotas.environments");
        var template = Environments.template(caller, input.templateName());
        StoredVersion version = environments
                .versions()
                .resolve(tx, template, input.templateMajorVersion(), input.templateMinorVersion());
        boolean customerManaged = environments.versions().isCustomerManaged(tx, template);
        StoredEnvironment.Place place = place(tx, target, input, caller);
        environments.rules().check(usable(input, place), place, version, customerManaged);
        SpecCheck.read(input.spec(), Optional.empty(), version);
        new EnvironmentTable(tx).insert(target, input.description(), roles(input), place, customerManaged);
        var managed = Map.of("proton:template", template.arn(), "proton:environment", target.arn());
        new Tags(tx)
                .create(
                        target.scope(),
                        target.arn(),
                        Optional.of(template.arn()),
                        input.tags().orElse(List.of()),
                        managed);
        var number = version.key().inShort();
        if (customerManaged) {
            var deployment = environments.deployments().create(tx, target, number, input.spec(), Start.NEVER);
            environments.finishCustomerManaged(tx, deployment, version);
        } else {
            environments.deployments().create(tx, target, number, input.spec(), Start.NOW);
        }
        return new CreateEnvironmentOutput(
                environments.get(tx, target.scope(), target.name()).inDetail());
    }

    private static StoredEnvironment.Place place(
            Transaction tx, Target target, CreateEnvironmentInput input, Caller caller) {
        EnvironmentRules.refuseBoth(input.protonServiceRoleArn(), input.environmentAccountConnectionId());
        var place = new Places(tx, target.scope(), target.name())
                .of(input.provisioningRepository().map(LinkedBranch::of), input.environmentAccountConnectionId());
        EnvironmentRules.checkGiven(roles(input), place, caller);
        return place;
    }

    private static StoredEnvironment.Roles usable(CreateEnvironmentInput input, StoredEnvironment.Place place) {
        return place.connection().flatMap(StoredEnvironment.OtherAccount::roles).orElseGet(() -> roles(input));
    }

    private static StoredEnvironment.Roles roles(CreateEnvironmentInput input) {
        return new StoredEnvironment.Roles(
                input.protonServiceRoleArn(), input.codebuildRoleArn(), input.componentRoleArn());
    }
}

package openproton.resource.environment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.UpdateEnvironmentInput;
import openproton.api.UpdateEnvironmentOutput;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.change.Start;
import openproton.request.Change;
import openproton.request.Idempotency;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.template.version.StoredVersion;
import openproton.resource.template.version.VersionChoice;
import openproton.store.Transaction;

/// Changes an environment and, unless asked not to, deploys it again; what is left out stays.
public record UpdateEnvironment(Environments environments)
        implements Change<UpdateEnvironmentInput, UpdateEnvironmentOutput> {

    @Override
    public UpdateEnvironmentOutput handle(Transaction tx, UpdateEnvironmentInput input, Caller caller) {
        var choice =
                new VersionChoice(input.deploymentType(), input.templateMajorVersion(), input.templateMinorVersion());
        EnvironmentRules.refuseBoth(input.protonServiceRoleArn(), input.environmentAccountConnectionId());
        refuseSpecWithoutDeployment(input, choice);
        var scope = Scope.of(caller);
        StoredEnvironment before = environments.get(tx, scope, input.name());
        before.deployable().requireChangeable();
        update(tx, before, input, caller, choice);
        Idempotency.modified(tx, scope, before.deployable().arn());
        return new UpdateEnvironmentOutput(
                environments.get(tx, scope, input.name()).inDetail());
    }

    private static void refuseSpecWithoutDeployment(UpdateEnvironmentInput input, VersionChoice choice) {
        if (!choice.deploys() && input.spec().isPresent()) {
            throw new ValidationException(
                    "deploymentType NONE deploys nothing; leave spec out, or use CURRENT_VERSION");
        }
    }

    private void update(
            Transaction tx,
            StoredEnvironment before,
            UpdateEnvironmentInput input,
            Caller caller,
            VersionChoice choice) {
        Deployable deployable = before.deployable();
        var template = Environments.template(caller, deployable.version().template());
        StoredVersion version = choice.version(tx, environments.versions(), template, deployable.version());
        var given = new StoredEnvironment.Roles(
                input.protonServiceRoleArn(), input.codebuildRoleArn(), input.componentRoleArn());
        var place = new Places(
                        tx, deployable.target().scope(), deployable.target().name())
                .changed(
                        before,
                        input.provisioningRepository().map(LinkedBranch::of),
                        input.environmentAccountConnectionId());
        EnvironmentRules.checkGiven(given, place, caller);
        var after = new StoredEnvironment(
                deployable,
                input.description().or(before::description),
                before.roles().changedBy(given),
                place,
                before.customerManaged());
        keep(tx, after);
        if (choice.deploys()) {
            environments.rules().check(after.usableRoles(), place, version, before.customerManaged());
            deploy(tx, before, input.spec(), version);
        }
    }

    private static void keep(Transaction tx, StoredEnvironment after) {
        new EnvironmentTable(tx)
                .change(
                        after.deployable().arn(),
                        after.description(),
                        after.roles(),
                        after.place().connection().map(StoredEnvironment.OtherAccount::connectionId));
    }

    private void deploy(Transaction tx, StoredEnvironment before, Optional<String> wanted, StoredVersion version) {
        Deployable deployable = before.deployable();
        var spec = SpecCheck.read(wanted.orElse(deployable.spec()), Optional.of(deployable.spec()), version);
        String text = wanted.filter(given -> !given.contains("${Proton::CURRENT_VAL}"))
                .orElseGet(() -> wanted.isEmpty() ? deployable.spec() : spec.toYaml());
        var number = version.key().inShort();
        if (before.customerManaged()) {
            var deployment = environments.deployments().update(tx, deployable, number, text, Start.NEVER);
            environments.finishCustomerManaged(tx, deployment, version);
        } else {
            environments.deployments().update(tx, deployable, number, text, Start.NOW);
        }
    }
}

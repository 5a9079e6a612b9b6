package openproton.resource.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openproton.api.Caller;
import openproton.api.ComponentDeploymentUpdateType;
import openproton.api.DeploymentUpdateType;
import openproton.api.Operation;
import openproton.api.PlanDeploymentInput;
import openproton.api.UpdateComponentInput;
import openproton.api.UpdateEnvironmentInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.api.ValidationException;
import openproton.resource.component.UpdateComponent;
import openproton.resource.deployment.Deployable;
import openproton.resource.deployment.StoredDeployment;
import openproton.resource.deployment.Target;
import openproton.resource.environment.UpdateEnvironment;
import openproton.resource.instance.UpdateServiceInstance;
import openproton.resource.pipeline.UpdateServicePipeline;
import openproton.store.Database;

/// Runs updates as rehearsals: the real operations, in a transaction that is undone. So a plan takes what the update
/// takes, and refuses what it refuses.
///
/// @param operations all operations on a database
public record Rehearsals(Database database, Function<Database, List<Operation<?, ?>>> operations) {

    /// The deployment that an update would begin.
    ///
    /// @param deployable what is updated
    StoredDeployment of(Deployable deployable, PlanDeploymentInput input, Caller caller) {
        return database.rehearse(rehearsed -> {
            update(operations.apply(rehearsed), deployable, input, caller);
            return rehearsed
                    .read(tx -> StoredDeployment.busyOf(tx, deployable.target()))
                    .orElseThrow();
        });
    }

    private static void update(
            List<Operation<?, ?>> all, Deployable deployable, PlanDeploymentInput input, Caller caller) {
        Target target = deployable.target();
        switch (target.type()) {
            case ENVIRONMENT -> one(all, UpdateEnvironment.class).handle(environment(target, input), caller);
            case SERVICE_INSTANCE -> one(all, UpdateServiceInstance.class).handle(instance(target, input), caller);
            case SERVICE_PIPELINE -> one(all, UpdateServicePipeline.class).handle(pipeline(deployable, input), caller);
            case COMPONENT -> one(all, UpdateComponent.class).handle(component(target, input), caller);
        }
    }

    private static <T> T one(List<Operation<?, ?>> all, Class<T> wanted) {
        return all.stream()
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst()
                .orElseThrow();
    }

    private static UpdateEnvironmentInput environment(Target target, PlanDeploymentInput input) {
        refuseTemplateFile(target, input);
        return UpdateEnvironmentInput.builder()
                .name(target.name())
                .deploymentType(type(input))
                .templateMajorVersion(input.templateMajorVersion())
                .templateMinorVersion(input.templateMinorVersion())
                .spec(input.spec())
                .build();
    }

    private static UpdateServiceInstanceInput instance(Target target, PlanDeploymentInput input) {
        refuseTemplateFile(target, input);
        return UpdateServiceInstanceInput.builder()
                .serviceName(target.service())
                .name(target.name())
                .deploymentType(type(input))
                .templateMajorVersion(input.templateMajorVersion())
                .templateMinorVersion(input.templateMinorVersion())
                .spec(input.spec())
                .build();
    }

    private static UpdateServicePipelineInput pipeline(Deployable deployable, PlanDeploymentInput input) {
        refuseTemplateFile(deployable.target(), input);
        return UpdateServicePipelineInput.builder()
                .serviceName(deployable.target().service())
                .deploymentType(type(input))
                .templateMajorVersion(input.templateMajorVersion())
                .templateMinorVersion(input.templateMinorVersion())
                .spec(input.spec().orElse(deployable.spec()))
                .build();
    }

    private static UpdateComponentInput component(Target target, PlanDeploymentInput input) {
        if (type(input) != DeploymentUpdateType.CURRENT_VERSION) {
            throw new ValidationException(
                    "%s is made from no template; leave deploymentType out, or use CURRENT_VERSION"
                            .formatted(target.words()));
        }
        return UpdateComponentInput.builder()
                .name(target.name())
                .deploymentType(ComponentDeploymentUpdateType.CURRENT_VERSION)
                .serviceSpec(input.spec())
                .templateFile(input.templateFile())
                .build();
    }

    private static DeploymentUpdateType type(PlanDeploymentInput input) {
        Optional<DeploymentUpdateType> given = input.deploymentType();
        if (given.equals(Optional.of(DeploymentUpdateType.NONE))) {
            throw new ValidationException(
                    "deploymentType NONE deploys nothing, so there is nothing to plan; use CURRENT_VERSION,"
                            + " MINOR_VERSION or MAJOR_VERSION");
        }
        return given.orElse(DeploymentUpdateType.CURRENT_VERSION);
    }

    private static void refuseTemplateFile(Target target, PlanDeploymentInput input) {
        if (input.templateFile().isPresent()) {
            throw new ValidationException(
                    "%s is made from a template; templateFile goes with components only".formatted(target.words()));
        }
    }
}

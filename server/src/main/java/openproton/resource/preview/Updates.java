package openproton.resource.preview;

import java.util.Optional;
import java.util.function.Function;
import openproton.api.Caller;
import openproton.api.ComponentDeploymentUpdateType;
import openproton.api.DeploymentUpdateType;
import openproton.api.PlanDeploymentInput;
import openproton.api.UpdateComponentInput;
import openproton.api.UpdateEnvironmentInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.request.Rows;
import openproton.resource.component.UpdateComponent;
import openproton.resource.environment.UpdateEnvironment;
import openproton.resource.instance.UpdateServiceInstance;
import openproton.resource.pipeline.UpdateServicePipeline;
import openproton.store.Transaction;

/// The updates that a plan tries: the real operations, which are undone afterwards. So a plan takes what the update
/// takes, and refuses what it refuses.
public record Updates(
        UpdateEnvironment environment,
        UpdateServiceInstance instance,
        UpdateServicePipeline pipeline,
        UpdateComponent component) {

    /// The deployment that an update would begin.
    ///
    /// @param deployable what is updated
    StoredDeployment rehearsed(Rows rows, Deployable deployable, PlanDeploymentInput input, Caller caller) {
        Target target = deployable.target();
        Function<Transaction, StoredDeployment> begun =
                tx -> StoredDeployment.busyOf(tx, target).orElseThrow();
        return switch (target.type()) {
            case ENVIRONMENT -> rows.rehearse(environment, environment(target, input), caller, begun);
            case SERVICE_INSTANCE -> rows.rehearse(instance, instance(target, input), caller, begun);
            case SERVICE_PIPELINE -> rows.rehearse(pipeline, pipeline(deployable, input), caller, begun);
            case COMPONENT -> rows.rehearse(component, component(target, input), caller, begun);
        };
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

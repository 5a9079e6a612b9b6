package openproton.change;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import openproton.api.DeploymentState;
import openproton.api.DeploymentTargetResourceType;
import openproton.api.EnvironmentState;
import openproton.api.ServiceInstanceState;
import openproton.api.ServicePipelineState;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.store.Transaction;

/// What a deployment starts from or wants, as the union of the API.
public final class DeploymentStates {
    private DeploymentStates() {}

    static DeploymentState of(Transaction tx, Target target, VersionNumber version, String spec) {
        return switch (target.type()) {
            case ENVIRONMENT -> new DeploymentState.OfEnvironment(environment(version, spec));
            case SERVICE_PIPELINE -> new DeploymentState.OfServicePipeline(pipeline(version, spec));
            case SERVICE_INSTANCE -> new DeploymentState.OfServiceInstance(instance(tx, target, version, spec));
            case COMPONENT ->
                new DeploymentState.OfComponent(
                        new ComponentTable(tx).own(target.arn()).wanted());
        };
    }

    /// What a deployable was when it succeeded last; empty when it never did.
    static Optional<String> lastSucceeded(Transaction tx, Deployable deployable) {
        if (!deployable.hasSucceeded()) {
            return Optional.empty();
        }
        if (deployable.target().type() == DeploymentTargetResourceType.COMPONENT) {
            return deployable
                    .attempts()
                    .succeededId()
                    .flatMap(new DeploymentTable(tx)::find)
                    .flatMap(success -> success.request().targetState());
        }
        return Optional.of(WireWriter.text(of(tx, deployable.target(), deployable.version(), deployable.spec())));
    }

    /// Reads a state as it is kept.
    public static DeploymentState read(String json) {
        return WireReader.read(json.getBytes(StandardCharsets.UTF_8), DeploymentState::read);
    }

    private static EnvironmentState environment(VersionNumber version, String spec) {
        return EnvironmentState.builder()
                .spec(spec)
                .templateName(version.template())
                .templateMajorVersion(version.majorText())
                .templateMinorVersion(version.minorText())
                .build();
    }

    private static ServicePipelineState pipeline(VersionNumber version, String spec) {
        return ServicePipelineState.builder()
                .spec(spec)
                .templateName(version.template())
                .templateMajorVersion(version.majorText())
                .templateMinorVersion(version.minorText())
                .build();
    }

    private static ServiceInstanceState instance(Transaction tx, Target target, VersionNumber version, String spec) {
        return ServiceInstanceState.builder()
                .spec(spec)
                .templateName(version.template())
                .templateMajorVersion(version.majorText())
                .templateMinorVersion(version.minorText())
                .lastSuccessfulComponentDeploymentIds(new ComponentTable(tx)
                        .attachedTo(target)
                        .flatMap(component -> component.deployable().attempts().succeededId())
                        .map(List::of)
                        .orElse(List.of()))
                .lastSuccessfulEnvironmentDeploymentId(lastSuccess(tx, target.environmentArn()))
                .lastSuccessfulServicePipelineDeploymentId(lastSuccess(
                        tx,
                        Target.pipeline(target.scope(), target.environment(), target.service())
                                .arn()))
                .build();
    }

    private static Optional<String> lastSuccess(Transaction tx, String arn) {
        return new DeployableTable(tx)
                .find(arn)
                .flatMap(found -> found.attempts().succeededId());
    }
}

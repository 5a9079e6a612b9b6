package openproton.resource.deployment;

import java.util.List;
import java.util.Optional;
import openproton.api.DeploymentState;
import openproton.api.EnvironmentState;
import openproton.api.ServiceInstanceState;
import openproton.api.ServicePipelineState;
import openproton.resource.template.VersionNumber;
import openproton.store.Transaction;

/// What a deployment starts from or wants, as the union of the API.
final class DeploymentStates {
    private DeploymentStates() {}

    static DeploymentState of(Transaction tx, Target target, VersionNumber version, String spec) {
        return switch (target.type()) {
            case ENVIRONMENT -> new DeploymentState.OfEnvironment(environment(version, spec));
            case SERVICE_PIPELINE -> new DeploymentState.OfServicePipeline(pipeline(version, spec));
            case SERVICE_INSTANCE -> new DeploymentState.OfServiceInstance(instance(tx, target, version, spec));
            case COMPONENT -> throw new IllegalStateException("components are not deployed by this server");
        };
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
                .lastSuccessfulComponentDeploymentIds(List.of())
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
                .flatMap(found -> found.standing().succeededId());
    }
}
